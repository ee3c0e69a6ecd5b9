import { sayNote } from './import.causes.js';
import { headingOf } from './import.report.js';
import type { FileResult, ImportResult } from './import.runner.js';
import { countCauses } from './import.totals.js';
import type { ImportKind, ImportTotals, Lang, Severity, Text } from './import.types.js';

const SHOWN_CAUSES = 12;
/** What must be repaired before what is merely told. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 (BOM)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const NEXT: Readonly<Record<ImportKind, Text>> = {
  stations: {
    fr: 'Ensuite : ouvrez la carte ; chaque gare est une piste à vérifier, pas une offre. « cli import stops » ajoute la distance à l’arrêt.',
    en: 'Next: open the map; each station is a lead to check, not an offer. “cli import stops” adds the distance to a stop.',
  },
  friches: {
    fr: 'Ensuite : ouvrez la carte ; chaque friche est une piste à vérifier, pas une offre.',
    en: 'Next: open the map; each brownfield is a lead to check, not an offer.',
  },
  organisations: { fr: 'Ensuite : chaque structure peut revendiquer sa fiche.', en: 'Next: each organisation may claim its page.' },
  stops: {
    fr: 'Les distances à pied de tous les lieux ont été recalculées.',
    en: 'The walking distances of all places were computed again.',
  },
  'tiers-lieux': {
    fr: 'Les tiers-lieux sont sur la carte, dans leur propre couche ; l’organisation qui en anime un peut écrire sa fiche et réunir les deux.',
    en: 'The tiers-lieux are on the map, in a layer of their own; the organisation that runs one may write its sheet and merge the two.',
  },
  places: { fr: 'Les lieux sont des brouillons de votre organisation.', en: 'The places are drafts of your organisation.' },
  territories: { fr: 'Les recherches par territoire sont à jour.', en: 'Look-ups by territory are up to date.' },
};

/** What a person reads when the import is over. */
export function summarise(result: ImportResult, lang: Lang): string[] {
  const { order, totals, files } = result;
  const lines = files.flatMap((file) => summariseFile(file, lang));
  if (files.length > 1) lines.push('', fr(lang, 'Au total', 'Altogether'), ...totalsLines(totals, lang));
  lines.push('');
  if (order.dryRun) {
    lines.push(
      fr(
        lang,
        'Essai à blanc : rien n’a été enregistré. Retirez --dry-run pour importer.',
        'Dry run: nothing was saved. Remove --dry-run to import.',
      ),
    );
  } else if (totals.created + totals.updated === 0) {
    lines.push(fr(lang, 'Rien de nouveau : tout était déjà à jour.', 'Nothing new: everything was already up to date.'));
  } else lines.push(NEXT[order.kind][lang]);
  return lines;
}

function summariseFile(file: FileResult, lang: Lang): string[] {
  const { inspected, detected, match } = file.file;
  const form = [
    `${detected.format.toUpperCase()}${detected.gzip ? ' (gzip)' : ''}`,
    ENCODINGS[detected.encoding] ?? detected.encoding,
    ...(detected.delimiter
      ? [`${fr(lang, 'séparateur', 'delimiter')} ${detected.delimiter === '\t' ? 'TAB' : `« ${detected.delimiter} »`}`]
      : []),
    detected.line_ending,
    `${fr(lang, 'colonnes', 'columns')} : ${match.dialect.label[lang]}`,
  ].join(', ');
  const lines = ['', `${inspected.name} — ${form}`, `  ${match.dialect.dataset.attribution}`];
  if (detected.broken_bytes > 0) {
    lines.push(
      fr(
        lang,
        `  ${number(detected.broken_bytes, lang)} caractères illisibles remplacés : réexportez le fichier en UTF-8.`,
        `  ${number(detected.broken_bytes, lang)} unreadable characters replaced: export the file again in UTF-8.`,
      ),
    );
  }
  lines.push(...totalsLines(file.totals, lang));
  const heading = headingOf(file);
  const gravity = (cause: string) => SEVERITIES.indexOf(file.causes[cause]?.severity ?? 'info');
  const causes = countCauses(file.entries).sort((left, right) => gravity(left.cause) - gravity(right.cause));
  if (causes.length > 0) lines.push(`  ${fr(lang, 'Causes, les plus graves d’abord :', 'Causes, the gravest first:')}`);
  for (const { count, example, line } of causes.slice(0, SHOWN_CAUSES)) {
    const { message, repair } = sayNote(example, file.causes, lang, heading);
    lines.push(`    ${number(count, lang)} × ${fr(lang, `ex. ligne ${line}`, `e.g. line ${line}`)} — ${message}`, `        → ${repair}`);
  }
  if (causes.length > SHOWN_CAUSES) {
    lines.push(
      fr(lang, '    … toutes les causes, ligne par ligne : --report rapport.csv', '    … every cause, row by row: --report report.csv'),
    );
  }
  return lines;
}

function totalsLines(totals: ImportTotals, lang: Lang): string[] {
  const n = (key: keyof ImportTotals) => number(totals[key], lang);
  return lang === 'fr'
    ? [
        `  ${n('rows')} lignes lues : ${n('created')} fiches créées, ${n('updated')} mises à jour, ${n('unchanged')} inchangées`,
        `  ${n('warned')} gardées avec avertissement, ${n('refused')} refusées, ${n('merged')} réunies à une autre ligne, ${n('not_concerned')} non concernées`,
      ]
    : [
        `  ${n('rows')} rows read: ${n('created')} records created, ${n('updated')} updated, ${n('unchanged')} unchanged`,
        `  ${n('warned')} kept with a warning, ${n('refused')} refused, ${n('merged')} merged into another row, ${n('not_concerned')} not concerned`,
      ];
}

function fr(lang: Lang, french: string, english: string): string {
  return lang === 'fr' ? french : english;
}
function number(value: number, lang: Lang): string {
  return value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB').replace(/\u202f/g, '\u00a0');
}
