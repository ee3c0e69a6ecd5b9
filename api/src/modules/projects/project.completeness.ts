import type { ProjectFields } from './saved-projects.schemas.js';

interface Question {
  readonly field: string;
  /** How much the answer helps owners judge, and the engine class. */
  readonly weight: number;
  isSaid(project: ProjectFields): boolean;
}

const some = (list: readonly unknown[]): boolean => list.length > 0;

/** What a project is asked for. Order settles ties. */
const QUESTIONS: readonly Question[] = [
  { field: 'need.zone', weight: 14, isSaid: ({ need }) => some(need.zone) },
  { field: 'need.area', weight: 14, isSaid: ({ need }) => (need.floorAreaMinM2 ?? need.landAreaMinM2) != null },
  { field: 'publicSummary', weight: 12, isSaid: ({ publicSummary }) => publicSummary !== null },
  { field: 'activity', weight: 10, isSaid: ({ activity }) => activity !== null },
  { field: 'need.budget', weight: 10, isSaid: ({ need }) => need.budget != null || need.priceMaxEuros != null },
  { field: 'stage', weight: 8, isSaid: ({ stage }) => stage !== null },
  { field: 'need.kinds', weight: 8, isSaid: ({ need }) => some(need.kinds) },
  { field: 'need.neededBy', weight: 6, isSaid: ({ need }) => need.neededBy != null },
  { field: 'need.tenures', weight: 6, isSaid: ({ need }) => some(need.tenures) },
  { field: 'need.mustHave', weight: 4, isSaid: ({ need }) => some(need.mustHave) },
  { field: 'need.durationMonths', weight: 4, isSaid: ({ need }) => need.durationMonths != null },
  { field: 'jobsPlanned', weight: 4, isSaid: ({ jobsPlanned }) => jobsPlanned !== null },
];

export interface ProjectCompleteness {
  readonly percent: number;
  /** Fields not said yet, the most useful first. */
  readonly missing: string[];
}

export function projectCompleteness(project: ProjectFields): ProjectCompleteness {
  const missing = QUESTIONS.filter((question) => !question.isSaid(project));
  const weigh = (questions: readonly Question[]): number => questions.reduce((sum, question) => sum + question.weight, 0);
  return {
    percent: Math.floor((100 * (weigh(QUESTIONS) - weigh(missing))) / weigh(QUESTIONS)),
    missing: [...missing].sort((a, b) => b.weight - a.weight).map((question) => question.field),
  };
}
