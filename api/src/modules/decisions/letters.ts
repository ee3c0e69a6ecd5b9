import { dayWords } from '../../platform/paris-time.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import type { LineOutcome } from './decision.rules.js';
import type { DecideAward } from './decisions.schemas.js';
import type { DeedWords } from './deed-kinds.js';

export type LetterKind = 'selected' | 'waiting_list' | 'not_selected' | 'promoted' | 'reopened';

/** A letter as it is kept: what it said then, it says always. Official letters are in French. */
export interface Letter {
  readonly title: string;
  readonly author: string;
  readonly footer: string;
  readonly blocks: readonly PdfBlock[];
}

export interface LetterFacts {
  readonly owner: string;
  readonly call: string;
  readonly organisation: string;
  readonly number: string;
  readonly deed: Pick<DeedWords, 'name' | 'remedies'>;
  /** The day of the letter, as clocks in France say it. */
  readonly on: string;
  readonly decision: DecideAward;
  readonly lines: readonly {
    readonly lot: string | null;
    readonly outcome: LineOutcome;
    readonly waitingRank: number | null;
    readonly rank: number | null;
    readonly points: string | null;
    readonly reasons: readonly { readonly label: string; readonly text: string }[];
    /** Of this lot, where several decisions were taken; otherwise it is that of the letter. */
    readonly decision?: DecideAward;
  }[];
  readonly reason: string | null;
  /** Places whose award waits for a new decision. */
  readonly suspended?: readonly string[];
}

const TITLES: Readonly<Record<LetterKind, string>> = {
  selected: 'Votre candidature est retenue',
  waiting_list: 'Votre candidature est en liste d’attente',
  not_selected: 'Votre candidature n’est pas retenue',
  promoted: 'Votre candidature est retenue, depuis la liste d’attente',
  reopened: 'Votre dossier est rouvert',
};
const OUTCOME_WORDS: Readonly<Record<LineOutcome, string>> = {
  selected: 'retenue',
  waiting_list: 'en liste d’attente',
  not_selected: 'non retenue',
  withdrawn: 'retirée',
  reopened: 'rouverte',
};

/** In the middle of a sentence: “le conseil municipal”. */
const inSentence = (name: string) => name.replace(/^(Le |La |Les |L’|L')/, (article) => article.toLowerCase());
const decisionWords = ({ authorityName, authorityFunction, decidedOn, reference }: DecideAward) =>
  `par ${inSentence(authorityName)} (${inSentence(authorityFunction)}), le ${dayWords(decidedOn, 'fr')}, référence ${reference}`;

type Lines = LetterFacts['lines'];
const inFrench = new Intl.ListFormat('fr', { type: 'conjunction' });
/** Best first: the title says what the file obtained. */
const CLAUSES = { selected: 'est retenue', waiting_list: 'est inscrite en liste d’attente', not_selected: 'n’est pas retenue' } as const;

const placesOf = (lines: Lines): string =>
  lines.some(({ lot }) => lot === null) ? '' : ` pour ${inFrench.format(lines.map(({ lot }) => `« ${lot} »`))}`;
const having = (lines: Lines, outcome: LineOutcome): Lines => lines.filter((line) => line.outcome === outcome);
/** A file that wished for several places may obtain one and not another. */
export const isMixed = (lines: readonly { readonly outcome: LineOutcome }[]): boolean =>
  new Set(lines.map(({ outcome }) => outcome)).size > 1;

function issueOf(lines: Lines): string {
  const clauses = Object.entries(CLAUSES).flatMap(([outcome, words]) => {
    const here = having(lines, outcome as LineOutcome);
    return here.length === 0 ? [] : [`${words}${placesOf(here)}`];
  });
  return inFrench.format(clauses);
}

function titleOf(kind: LetterKind, lines: Lines): string {
  return kind !== 'reopened' && kind !== 'promoted' && isMixed(lines) ? `${TITLES[kind]}${placesOf(having(lines, kind))}` : TITLES[kind];
}

function openingOf(kind: LetterKind, { call, decision, lines }: LetterFacts): string {
  if (kind === 'reopened')
    return `Votre dossier pour l’appel « ${call} » est rouvert. Cette décision a été prise ${decisionWords(decision)}.`;
  if (kind === 'promoted')
    return `Le candidat retenu${placesOf(lines)} à la suite de l’appel « ${call} » s’est retiré. Première de la liste d’attente, votre candidature est retenue${placesOf(lines)}, en application de la décision prise ${decisionWords(decision)}.`;
  const taken = lines.some((line) => line.decision !== undefined)
    ? 'Chaque lieu a fait l’objet d’une décision, rappelée ci-dessous.'
    : `La décision a été prise ${decisionWords(decision)}.`;
  return `À la suite de l’appel « ${call} », votre candidature ${issueOf(lines)}. ${taken}`;
}

/** What follows, for each thing that the file obtained. */
function nextOf(kind: LetterKind, { deed, lines }: LetterFacts): string[] {
  if (kind === 'reopened') return ['Une nouvelle décision vous sera notifiée.'];
  const contract = `La suite : le projet de contrat (${deed.name}) vous sera adressé. Cette lettre ne vaut pas titre d’occupation.`;
  const waiting =
    'Si la candidature retenue se retire, la première de la liste d’attente la remplace et en est avertie. Vous pouvez quitter cette liste à tout moment.';
  return [...(having(lines, 'selected').length > 0 ? [contract] : []), ...(having(lines, 'waiting_list').length > 0 ? [waiting] : [])];
}

export function writeLetter(kind: LetterKind, facts: LetterFacts): Letter {
  const { owner, call, organisation, number, decision, deed, lines, reason, on, suspended = [] } = facts;
  return {
    title: titleOf(kind, lines),
    author: owner,
    footer: `${owner} · dossier ${number} · ${call}`,
    blocks: [
      { kind: 'lines', lines: [owner, `Le ${dayWords(on, 'fr')}`] },
      { kind: 'lines', lines: [organisation, `Dossier ${number}`], at: 'right' },
      { kind: 'paragraph', text: 'Madame, Monsieur,' },
      { kind: 'paragraph', text: openingOf(kind, facts) },
      ...(reason === null ? [] : [{ kind: 'paragraph' as const, text: `La raison donnée : ${reason}` }]),
      ...suspended.map((place) => ({
        kind: 'paragraph' as const,
        text: `L’attribution de « ${place} » est suspendue jusqu’à cette décision.`,
      })),
      ...lines.flatMap(lineBlocks),
      ...nextOf(kind, facts).map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'heading', level: 2, text: 'Voies et délais de recours' },
      { kind: 'list', items: deed.remedies },
      { kind: 'paragraph', text: 'La méthode, la grille et les résultats publiés se lisent sur la page de l’appel.', quiet: true },
      { kind: 'paragraph', text: 'Recevez, Madame, Monsieur, nos salutations distinguées.' },
      { kind: 'lines', lines: [decision.authorityName, decision.authorityFunction], at: 'right' },
    ],
  };
}

function lineBlocks({ lot, outcome, waitingRank, rank, points, reasons, decision }: LetterFacts['lines'][number]): PdfBlock[] {
  const place = outcome === 'waiting_list' && waitingRank !== null ? `, rang ${waitingRank}` : '';
  const facts: [string, string][] = [
    ['Issue', `candidature ${OUTCOME_WORDS[outcome]}${place}`],
    ...(points === null ? [] : [['Total', `${points} sur 100${rank === null ? '' : ` (rang ${rank} du classement)`}`] as [string, string]]),
    ...(decision === undefined ? [] : [['Décision', `prise ${decisionWords(decision)}`] as [string, string]]),
  ];
  return [
    { kind: 'heading', level: 2, text: lot ?? 'Décision' },
    { kind: 'facts', rows: facts },
    ...(reasons.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: 'Motifs, critère par critère' },
          { kind: 'facts' as const, rows: reasons.map(({ label, text }): [string, string] => [label, text]) },
        ]),
  ];
}

export function toPdfDocument({ title, author, footer, blocks }: Letter, createdAt: Date): PdfDocument {
  return { title, author, footer, blocks, createdAt, language: 'fr' };
}
