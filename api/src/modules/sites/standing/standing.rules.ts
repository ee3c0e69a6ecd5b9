/** What may be found at a place, in the four words a passer-by is asked to choose from. */
export const STANDINGS = ['standing', 'lived_in', 'demolished', 'never_built'] as const;
export type Standing = (typeof STANDINGS)[number];
/** What a card says: a word that two people agree on, or that they do not. */
export const STANDINGS_SHOWN = [...STANDINGS, 'contested'] as const;

/** Two answers farther apart speak of two different times. Also how long what tells people apart is kept. */
export const AGREE_WITHIN_DAYS = 180;
const AGREE_WITHIN_MS = AGREE_WITHIN_DAYS * 86_400_000;
const PEOPLE_NEEDED = 2;

export interface StandingAnswer {
  readonly answer: Standing;
  readonly at: Date;
  readonly accountId: string | null;
  /** Same place and same network, same key; null once forgotten. */
  readonly networkKey: string | null;
}

export interface StandingFact {
  readonly status: 'unknown' | 'known' | 'contested';
  readonly standing: Standing | null;
  readonly people: number;
  readonly on: Date | null;
}

/** In doubt one person: two strangers behind one network are counted once, two accounts are two people. */
export function isOnePerson(one: Omit<StandingAnswer, 'answer' | 'at'>, other: Omit<StandingAnswer, 'answer' | 'at'>): boolean {
  if (one.accountId !== null && other.accountId !== null) return one.accountId === other.accountId;
  return one.networkKey !== null && one.networkKey === other.networkKey;
}

/** What may truly have happened since: the later answers then replace the earlier ones instead of contradicting them. */
const MAY_FOLLOW: Readonly<Record<Standing, readonly Standing[]>> = {
  standing: ['lived_in'],
  lived_in: ['standing'],
  demolished: ['standing', 'lived_in'],
  never_built: [],
};

const UNKNOWN: StandingFact = { status: 'unknown', standing: null, people: 0, on: null };
const CONTESTED: StandingFact = { ...UNKNOWN, status: 'contested' };

/**
 * Two people who say the same within half a year make a dated fact. Whoever says otherwise about the same time, or the keeper of the
 * place, makes it contested: nothing is then stated.
 */
export function standingOf(answers: readonly StandingAnswer[], keeperSays: Standing | null = null): StandingFact {
  const newestFirst = [...answers].sort((a, b) => b.at.getTime() - a.at.getTime());
  const [fact] = STANDINGS.map((standing) => agreement(newestFirst, standing))
    .filter((found) => found !== null)
    .sort((a, b) => b.on.getTime() - a.on.getTime());
  if (fact === undefined) return differ(newestFirst) ? CONTESTED : UNKNOWN;
  const isContrary = ({ answer, at }: StandingAnswer): boolean => {
    if (answer === fact.standing || fact.on.getTime() - at.getTime() > AGREE_WITHIN_MS) return false;
    return !(MAY_FOLLOW[fact.standing].includes(answer) && at < fact.since);
  };
  if (newestFirst.some(isContrary) || (keeperSays !== null && keeperSays !== fact.standing)) return CONTESTED;
  return { status: 'known', standing: fact.standing, people: fact.people, on: fact.on };
}

/** How many different people gave these answers. */
export function countPeople(answers: readonly StandingAnswer[]): number {
  return answers.reduce<StandingAnswer[]>((met, one) => (met.some((other) => isOnePerson(one, other)) ? met : [...met, one]), []).length;
}

/** The latest time at which enough people said so. */
function agreement(newestFirst: readonly StandingAnswer[], standing: Standing) {
  const same = newestFirst.filter(({ answer }) => answer === standing);
  for (const { at: on } of same) {
    const near = same.filter(({ at }) => at <= on && on.getTime() - at.getTime() <= AGREE_WITHIN_MS);
    const people = countPeople(near);
    if (people >= PEOPLE_NEEDED) return { standing, people, on, since: near.at(-1)?.at ?? on };
  }
  return null;
}

function differ([latest, ...earlier]: readonly StandingAnswer[]): boolean {
  return earlier.some(
    (other) =>
      latest !== undefined &&
      other.answer !== latest.answer &&
      !isOnePerson(other, latest) &&
      latest.at.getTime() - other.at.getTime() <= AGREE_WITHIN_MS,
  );
}

/** What places carry of it, for cards and lists. */
export function standingShown({ status, standing }: StandingFact): (typeof STANDINGS_SHOWN)[number] | null {
  return status === 'contested' ? 'contested' : standing;
}
