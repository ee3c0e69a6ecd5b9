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
  readonly deed: DeedWords;
  readonly decision: DecideAward;
  readonly lines: readonly {
    readonly lot: string | null;
    readonly outcome: LineOutcome;
    readonly waitingRank: number | null;
    readonly rank: number | null;
    readonly points: string | null;
    readonly reasons: readonly { readonly label: string; readonly text: string }[];
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

const day = (text: string): string => text.split('-').reverse().join('/');
const decisionWords = ({ authorityName, authorityFunction, decidedOn, reference }: DecideAward) =>
  `par ${authorityName} (${authorityFunction}), le ${day(decidedOn)}, référence ${reference}`;

export function writeLetter(kind: LetterKind, facts: LetterFacts): Letter {
  const { owner, call, organisation, number, decision, deed, lines, reason, suspended = [] } = facts;
  const opening: Readonly<Record<LetterKind, string>> = {
    selected: `À la suite de l’appel « ${call} », votre candidature est retenue. La décision a été prise ${decisionWords(decision)}.`,
    waiting_list: `À la suite de l’appel « ${call} », votre candidature est inscrite en liste d’attente. La décision a été prise ${decisionWords(decision)}.`,
    not_selected: `À la suite de l’appel « ${call} », votre candidature n’est pas retenue. La décision a été prise ${decisionWords(decision)}.`,
    promoted: `Le candidat retenu pour l’appel « ${call} » s’est retiré. Première de la liste d’attente, votre candidature est retenue, en application de la décision prise ${decisionWords(decision)}.`,
    reopened: `Votre dossier pour l’appel « ${call} » est rouvert. Cette décision a été prise ${decisionWords(decision)}.`,
  };
  const next: Readonly<Record<LetterKind, string | null>> = {
    selected: `La suite : le projet de contrat (${deed.name}) vous sera adressé. Cette lettre ne vaut pas titre d’occupation.`,
    promoted: `La suite : le projet de contrat (${deed.name}) vous sera adressé. Cette lettre ne vaut pas titre d’occupation.`,
    waiting_list:
      'Si la candidature retenue se retire, la première de la liste d’attente la remplace et en est avertie. Vous pouvez quitter cette liste à tout moment.',
    not_selected: null,
    reopened: 'Une nouvelle décision vous sera notifiée.',
  };
  return {
    title: TITLES[kind],
    author: owner,
    footer: `${owner} · ${call} · dossier ${number}`,
    blocks: [
      { kind: 'lines', lines: [owner] },
      { kind: 'lines', lines: [organisation, `Dossier ${number}`], at: 'right' },
      { kind: 'paragraph', text: 'Madame, Monsieur,' },
      { kind: 'paragraph', text: opening[kind] },
      ...(reason === null ? [] : [{ kind: 'paragraph' as const, text: `La raison donnée : ${reason}` }]),
      ...suspended.map((place) => ({
        kind: 'paragraph' as const,
        text: `L’attribution de « ${place} » est suspendue jusqu’à cette décision.`,
      })),
      ...lines.flatMap(lineBlocks),
      ...(next[kind] === null ? [] : [{ kind: 'paragraph' as const, text: next[kind] }]),
      { kind: 'heading', level: 2, text: 'Voies et délais de recours' },
      { kind: 'list', items: deed.remedies },
      { kind: 'paragraph', text: 'La méthode, la grille et les résultats publiés se lisent sur la page de l’appel.', quiet: true },
      { kind: 'lines', lines: [decision.authorityName, decision.authorityFunction], at: 'right' },
    ],
  };
}

function lineBlocks({ lot, outcome, waitingRank, rank, points, reasons }: LetterFacts['lines'][number]): PdfBlock[] {
  const place = outcome === 'waiting_list' && waitingRank !== null ? `, rang ${waitingRank}` : '';
  const facts: [string, string][] = [
    ['Issue', `candidature ${OUTCOME_WORDS[outcome]}${place}`],
    ...(points === null ? [] : [['Total', `${points} sur 100`] as [string, string]]),
    ...(rank === null ? [] : [['Classement', `${rank}`] as [string, string]]),
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
