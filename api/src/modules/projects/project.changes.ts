import { canonicalJson } from '../../platform/journal/act.js';
import type { Change } from '../../platform/http/edit-history.js';
import type { ProjectFields, UpdateProject } from './saved-projects.schemas.js';

export const PROJECT_FIELDS = [
  'name',
  'activity',
  'stage',
  'need',
  'publicSummary',
  'privateNote',
  'jobsPlanned',
  'insertionHoursPlanned',
  'residentsServed',
] as const satisfies readonly (keyof ProjectFields)[];

type Edit = Omit<UpdateProject, 'version'>;

/** The project as it would be once edited: a key absent from the edit changes nothing, null empties. */
export function edited(project: ProjectFields, edit: Edit): ProjectFields {
  const kept = Object.fromEntries(PROJECT_FIELDS.map((field) => [field, edit[field] === undefined ? project[field] : edit[field]]));
  return withOneActivity(kept as ProjectFields, edit);
}

/** The activity is said once, beside the need: the form that describes a need and the project's page then cannot disagree. */
export function withOneActivity(project: ProjectFields, said: Edit): ProjectFields {
  const { activity: inNeed, ...need } = project.need;
  const activity = said.activity !== undefined ? said.activity : said.need !== undefined && inNeed != null ? inNeed : project.activity;
  return { ...project, activity, need };
}

export function changesBetween(before: ProjectFields, after: ProjectFields): Change[] {
  return PROJECT_FIELDS.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field])).map((field) => ({
    field,
    from: before[field],
    to: after[field],
  }));
}

/** Several edits seen as one: for each field, what it was before the first and what it is after the last. */
export function mergeChanges(edits: readonly (readonly Change[])[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of edits.flat())
    merged.set(change.field, { ...change, from: merged.has(change.field) ? merged.get(change.field)?.from : change.from });
  return [...merged.values()].filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to));
}
