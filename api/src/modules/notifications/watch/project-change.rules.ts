/** The public half of a project, as its followers know it. */
export interface ProjectFacts {
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly state: 'draft' | 'open' | 'matched' | 'closed';
  /** Anyone may read its page now. */
  readonly shown: boolean;
  /** Its holder hides it: nothing is told of it, not even that it ended. */
  readonly hidden: boolean;
  readonly stage: string | null;
  readonly activity: string | null;
  readonly publicSummary: string | null;
}

export const PROJECT_CHANGES = ['name', 'stage', 'activity', 'summary'] as const;
export type ProjectChange = (typeof PROJECT_CHANGES)[number];

const COMPARED: Readonly<Record<ProjectChange, keyof ProjectFacts>> = {
  name: 'name',
  stage: 'stage',
  activity: 'activity',
  summary: 'publicSummary',
};

export type ProjectEventKind = 'project_shown' | 'project_place_found' | 'project_looking_again' | 'project_changed' | 'project_closed';

export interface ProjectEvent {
  readonly kind: ProjectEventKind;
  readonly changes: readonly ProjectChange[];
}

/** @param isFresh for a project never looked at: it was shown so lately that this is news */
export function projectEvent(before: ProjectFacts | null, after: ProjectFacts, isFresh: boolean): ProjectEvent | null {
  const just = (kind: ProjectEventKind): ProjectEvent => ({ kind, changes: [] });
  if (before === null) return after.shown && isFresh ? just('project_shown') : null;
  if (!before.shown) return after.shown ? just('project_shown') : null;
  if (!after.shown) return after.state === 'closed' && !after.hidden ? just('project_closed') : null;
  if (before.state === 'open' && after.state === 'matched') return just('project_place_found');
  if (before.state === 'matched' && after.state === 'open') return just('project_looking_again');
  const changes = PROJECT_CHANGES.filter((change) => before[COMPARED[change]] !== after[COMPARED[change]]);
  return changes.length > 0 ? { kind: 'project_changed', changes } : null;
}
