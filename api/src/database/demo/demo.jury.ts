import { hundredths, rankLots } from '../../modules/review/ranking.rules.js';
import type { ReadingState, Scores } from '../../modules/review/review.rules.js';
import { CALL_STARTS } from '../../modules/calls/call.templates.js';

type Row = Readonly<Record<string, unknown>>;
type IdOf = (name: string) => string;
const { grid } = CALL_STARTS.building;
/** In the order of the grid: use, feasibility, jobs, place. */
type Marks = readonly [number, number, number, number];

interface DemoReading {
  readonly file: string;
  readonly state: ReadingState;
  readonly marks?: Marks;
  readonly said?: readonly string[];
  readonly reason?: string;
}
interface DemoReader {
  readonly key: string;
  readonly call: string;
  readonly function: string;
  readonly readings: readonly DemoReading[];
}

const CHAIR = 'Présidente de la commission du patrimoine';
const INHABITANTS = 'Représentant des habitants';
const NETWORK = 'Réseau local de l’économie sociale et solidaire';
const LONG_WAITED = [
  'Un besoin que personne ne couvre ici.',
  'Le plan tient, s’il est financé.',
  'Des emplois durables.',
  'Le lieu est respecté.',
];
const MEASURED = ['Utile, à une petite échelle.', 'Calendrier serré.', 'Peu d’emplois la première année.', 'Des cloisons à reprendre.'];

/** Invented readers: of a call whose jury is at work, one of them tied to an applicant; of a call that was decided, their scores revealed. */
const READERS: readonly DemoReader[] = [
  {
    ...{ key: 'rivets-presidente', call: 'rivets-halles', function: CHAIR },
    readings: [
      { file: 'rivets-rotonde', state: 'locked', marks: [5, 3, 4, 4], said: LONG_WAITED },
      { file: 'rivets-outils', state: 'scoring', marks: [4, 4, 3, 3], said: MEASURED },
      { file: 'rivets-virgule', state: 'assigned' },
    ],
  },
  {
    ...{ key: 'rivets-habitants', call: 'rivets-halles', function: INHABITANTS },
    readings: [
      { file: 'rivets-rotonde', state: 'locked', marks: [4, 3, 5, 3], said: LONG_WAITED },
      { file: 'rivets-outils', state: 'locked', marks: [4, 4, 4, 3], said: LONG_WAITED },
      { file: 'rivets-virgule', state: 'locked', marks: [3, 4, 2, 4], said: MEASURED },
    ],
  },
  {
    ...{ key: 'rivets-reseau', call: 'rivets-halles', function: NETWORK },
    readings: [
      { file: 'rivets-rotonde', state: 'conflict_declared', reason: 'Notre réseau accompagne cette association depuis deux ans.' },
      { file: 'rivets-outils', state: 'locked', marks: [5, 3, 4, 4], said: LONG_WAITED },
      { file: 'rivets-virgule', state: 'scoring' },
    ],
  },
  {
    ...{ key: 'rivets-voisins', call: 'rivets-halles', function: INHABITANTS },
    readings: [
      { file: 'rivets-rotonde', state: 'scoring' },
      { file: 'rivets-outils', state: 'assigned' },
      { file: 'rivets-virgule', state: 'assigned' },
    ],
  },
  {
    ...{ key: 'pavillon-presidente', call: 'pavillon', function: CHAIR },
    readings: [
      { file: 'pavillon-luzerne', state: 'revealed', marks: [5, 4, 4, 5], said: LONG_WAITED },
      { file: 'pavillon-savon', state: 'revealed', marks: [4, 3, 5, 2], said: MEASURED },
    ],
  },
  {
    ...{ key: 'pavillon-habitants', call: 'pavillon', function: INHABITANTS },
    readings: [
      { file: 'pavillon-luzerne', state: 'revealed', marks: [4, 4, 3, 4], said: LONG_WAITED },
      { file: 'pavillon-savon', state: 'revealed', marks: [2, 2, 5, 1], said: MEASURED },
    ],
  },
  {
    ...{ key: 'pavillon-reseau', call: 'pavillon', function: NETWORK },
    readings: [
      { file: 'pavillon-luzerne', state: 'revealed', marks: [5, 4, 3, 5], said: LONG_WAITED },
      { file: 'pavillon-savon', state: 'revealed', marks: [3, 4, 3, 3], said: MEASURED },
    ],
  },
];

export const demoReaderIds = (idOf: IdOf): string[] => READERS.map(({ key }) => idOf(`reader:${key}`));

function scoresOf({ marks, said }: DemoReading): Scores {
  if (marks === undefined) return {};
  return Object.fromEntries(
    grid.criteria.map(({ id }, index) => [id, { score: marks[index] ?? null, justification: said?.[index] ?? null }]),
  );
}

/** Their accounts are closed: nobody signs in as a reader of the demonstration, and nobody is written to. */
export function juryRows(
  { instant }: { readonly instant: (daysAgo: number) => string },
  idOf: IdOf,
): Readonly<Record<'accounts' | 'reviewers' | 'readings' | 'notes', Row[]>> {
  const accounts = READERS.map(({ key }) => {
    return {
      id: idOf(`reader:${key}`),
      state: 'erased',
      language: 'fr',
      created_at: instant(200),
      updated_at: instant(1),
      erased_at: instant(1),
    };
  });
  const since = (call: string) => (call === 'pavillon' ? 70 : 3);
  const reviewers = READERS.map(({ key, call, function: role }) => ({
    ...{ id: idOf(`reviewer:${key}`), call_id: idOf(`call:${call}`), account_id: idOf(`reader:${key}`), email: `${key}@example.org` },
    ...{
      function: role,
      chair: role === CHAIR,
      state: 'accepted',
      invited_at: instant(since(call)),
      answered_at: instant(since(call) - 1),
    },
  }));
  const readings = READERS.flatMap(({ key, call, readings: theirs }) =>
    theirs.map((reading) => {
      const { file, state, reason = null } = reading;
      const at = instant(since(call) - 2);
      return {
        ...{
          id: idOf(`reading:${key}:${file}`),
          reviewer_id: idOf(`reviewer:${key}`),
          application_id: idOf(`file:${file}`),
          state,
          reason,
        },
        ...{ scores: scoresOf(reading), declared_at: state === 'assigned' ? null : at, updated_at: at },
        locked_at: state === 'locked' || state === 'revealed' ? at : null,
      };
    }),
  );
  const note = {
    ...{ id: idOf('review-note:pavillon-savon'), application_id: idOf('file:pavillon-savon'), account_id: null, at: instant(49) },
    said: 'Le jury a débattu de l’écart sur l’utilité : le besoin est réel, mais une blanchisserie voisine y répond déjà en partie.',
  };
  return { accounts, reviewers, readings, notes: [note] };
}

/** What the scores of the decided call come to, by the rule of the product: files in their order, with the mean of each criterion. */
export function demoRanking(call: string) {
  const theirs = READERS.filter((reader) => reader.call === call).flatMap(({ readings }) => readings);
  const files = [...new Set(theirs.map(({ file }) => file))];
  const scored = files.map((file) => ({
    ...{ applicationId: file, lots: null },
    readings: theirs
      .filter((reading) => reading.file === file)
      .map((reading) => Object.fromEntries(Object.entries(scoresOf(reading)).map(([id, { score }]) => [id, score ?? 0]))),
  }));
  const [ranking] = rankLots(grid, scored, [], 2);
  return (ranking?.lines ?? []).map(({ applicationId: file, rank, total, criteria }) => ({
    ...{ file, rank, hundredths: hundredths(total) },
    means: Object.fromEntries(criteria.map(({ id, mean }) => [id, hundredths(mean) / 100])),
  }));
}
