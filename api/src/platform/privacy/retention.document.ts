import { generatedFrom, type GeneratedDocument } from '../documents/generated-document.js';
import type { Language } from '../http/request-context.js';
import { type RetentionLine, retentionWords } from './retention.line.js';
import { RETENTION } from './retention.table.js';

type Basis = RetentionLine['basis'];
interface Words {
  readonly title: string;
  readonly intro: string;
  readonly heads: readonly [string, string, string, string];
  readonly bases: Readonly<Record<Basis, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Français',
    intro:
      'Ce que le service garde sur les personnes, combien de temps et pourquoi. Le même tableau est appliqué chaque nuit et montré sur le site.',
    heads: ['Quoi', 'Jusqu’à quand', 'Pourquoi', 'Base légale (RGPD, art. 6.1)'],
    bases: { contract: 'b, service demandé', legal_obligation: 'c, obligation légale', legitimate_interest: 'f, intérêt légitime' },
  },
  en: {
    title: 'English',
    intro: 'What the service keeps about people, how long and why. The same table is applied every night and shown on the site.',
    heads: ['What', 'Until when', 'Why', 'Legal ground (GDPR, art. 6(1))'],
    bases: { contract: 'b, service asked for', legal_obligation: 'c, legal obligation', legitimate_interest: 'f, legitimate interest' },
  },
};

export const retentionDocument: GeneratedDocument = {
  path: 'docs/retention.md',
  render: () =>
    `${generatedFrom('api/src/platform/privacy/retention.table.ts')}# How long personal data are kept\n${section('fr')}${section('en')}`,
};

function section(language: Language): string {
  const { title, intro, heads, bases } = WORDS[language];
  const rows = Object.values<RetentionLine>(RETENTION).map((line) => {
    const { what, until, why } = retentionWords(line, language);
    return `| ${what} | ${until} | ${why} | ${bases[line.basis]} |`;
  });
  return `\n## ${title}\n\n${intro}\n\n| ${heads.join(' | ')} |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}
