import type { PersonalDataPart } from '../../../platform/privacy/personal-data.js';

/** What the archive holds, for the person who opens it without us. */
export function readmes(parts: readonly PersonalDataPart[], day: string): { readonly path: string; readonly content: string }[] {
  const list = (language: 'fr' | 'en') => parts.map(({ name, says }) => `- ${name}.json : ${says[language]}`).join('\n');
  return [
    {
      path: 'LISEZ-MOI.txt',
      content: `Terrain d’entente : vos données au ${day}

Cette archive contient tout ce que le service sait de vous, et rien sur les autres. Les fichiers sont en JSON (UTF-8), lisibles par
un éditeur de texte et par d’autres programmes. Les secrets (mot de passe, second facteur, liens à usage unique) n’y sont pas.

${list('fr')}

Combien de temps ces données sont gardées, et pourquoi : page « Données personnelles » du site.
`,
    },
    {
      path: 'README.txt',
      content: `Terrain d’entente: your data as of ${day}

This archive holds all that the service knows about you, and nothing about others. The files are JSON (UTF-8), readable in a text
editor and by other programs. Secrets (password, second factor, one-time links) are not in it.

${list('en').replaceAll('.json :', '.json:')}

How long these data are kept, and why: page “Personal data” of the site.
`,
    },
  ];
}
