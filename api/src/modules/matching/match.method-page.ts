import { CRITERIA, MATTERS_MOST_FACTOR, METHOD_VERSION } from './criteria/criteria.js';
import type { Lang } from './engine/match.words.js';

/** The method as data: what GET /api/matches/method and docs/method.md say, from the same table as the engine. */
export interface MethodRow {
  readonly id: string;
  readonly label: string;
  readonly rule: string;
  readonly question: string;
  /** A knock-out condition when asked; the distance is a preference only. */
  readonly condition: boolean;
  /** Weight when it counts among the preferences. */
  readonly weight: number;
  readonly graded: boolean;
}

/** Rows which can be asked as a condition: all but those whose `asked` is never true. */
const PREFERENCE_ONLY: ReadonlySet<string> = new Set(['distance']);

export function methodRows(lang: Lang): MethodRow[] {
  return CRITERIA.map((row) => ({
    id: row.id,
    label: row.text[lang].label,
    rule: row.text[lang].rule,
    question: row.text[lang].question,
    condition: !PREFERENCE_ONLY.has(row.id),
    weight: row.preference.weight,
    graded: row.preference.measure !== 'met_or_not',
  }));
}

const INTRODUCTION: Readonly<Record<Lang, readonly string[]>> = {
  fr: [
    'Chaque fait d’un lieu est connu ou inconnu. Pour chaque condition demandée, le lieu convient, ne convient pas, ou on ne sait pas : une question est alors posée au propriétaire. L’inconnu ne compte jamais pour un oui ni pour un non.',
    'Convient : toutes les conditions sont remplies. À confirmer : aucune ne manque, certaines sont inconnues. Presque : une seule manque, deux au plus sont inconnues, et celle qui manque peut changer ou se trouve à moins de 25 % (un trimestre pour une date). Trop peu connu : comme « presque », avec plus de deux inconnues. Les autres lieux sont écartés.',
    'Les préférences donnent une note de 0 à 100, sous forme d’un intervalle : la note basse compte les inconnues pour rien, la note haute pour tout. Une préférence connue compte toujours au moins un millième : cacher un mauvais renseignement ne rapporte jamais. Sans aucune préférence connue, aucune note n’est montrée.',
    `Une condition que vous dites seulement préférée n’écarte plus ; elle compte parmi les préférences. Ce qui compte le plus pour vous pèse ${String(MATTERS_MOST_FACTOR)} fois plus.`,
    'Ordre : lieux proposés puis lieux au propriétaire connu ; puis convient, à confirmer, presque, trop peu connu ; puis note basse, note haute, part des réponses connues, identifiant. Les pistes issues des données ouvertes ne sont jamais notées.',
  ],
  en: [
    'Each fact about a place is known or unknown. For each condition asked, the place fits, does not fit, or nobody knows: a question is then put to the owner. Unknown never counts as a yes nor as a no.',
    'Fits: all conditions are met. To confirm: none is missing, some are unknown. Nearly: exactly one is missing, two at most are unknown, and the missing one can change or lies within 25% (three months for a date). Too little known: like “nearly”, with more than two unknown. Other places are left out.',
    'Preferences give a score from 0 to 100, as an interval: the lower score counts unknowns as nothing, the higher one as everything. A known preference always counts at least one thousandth: hiding a bad fact never pays. When no preference is known, no score is shown.',
    `A condition you only prefer no longer knocks out; it counts among the preferences. What matters most to you weighs ${String(MATTERS_MOST_FACTOR)} times more.`,
    'Order: places on offer, then places whose owner is known; then fits, to confirm, nearly, too little known; then lower score, higher score, share of known answers, identifier. Leads from open data are never scored.',
  ],
};

export const methodIntroduction = (lang: Lang): readonly string[] => INTRODUCTION[lang];

const WORDS: Readonly<
  Record<Lang, { title: string; version: string; head: readonly string[]; never: string; measured: string; yesOrNo: string }>
> = {
  fr: {
    title: 'La méthode de rapprochement',
    version: 'Version',
    head: ['Critère', 'Règle', 'Question quand on ne sait pas', 'Poids', 'Note'],
    never: 'préférence seulement',
    measured: 'graduée',
    yesOrNo: 'oui ou non',
  },
  en: {
    title: 'The matching method',
    version: 'Version',
    head: ['Criterion', 'Rule', 'Question when unknown', 'Weight', 'Mark'],
    never: 'preference only',
    measured: 'graded',
    yesOrNo: 'yes or no',
  },
};

/** docs/method.md, French first. */
export function methodPage(): string {
  return `${section('fr')}\n${section('en')}`;
}

function section(lang: Lang): string {
  const words = WORDS[lang];
  const rows = methodRows(lang).map((row) => {
    const label = row.condition ? row.label : `${row.label} (${words.never})`;
    return line([label, row.rule, row.question, String(row.weight), row.graded ? words.measured : words.yesOrNo]);
  });
  const paragraphs = methodIntroduction(lang).map((paragraph) => `${paragraph}\n`);
  return [
    `# ${words.title}`,
    '',
    `${words.version} ${METHOD_VERSION}`,
    '',
    ...paragraphs,
    line(words.head),
    line(words.head.map(() => '---')),
    ...rows,
    '',
  ].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
