import { readFailure } from '../../api/problem';

/** What others changed while this person was writing. */
export interface Conflict {
  readonly version: number;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

/** The conflict a refused save tells of, or null when it was refused for another reason. */
export function readConflict(failure: unknown): Conflict | null {
  const { problem } = readFailure(failure);
  const version = problem?.facts['version'];
  if (problem?.code !== 'changed-meanwhile' || typeof version !== 'number') return null;
  const changes = problem.facts['changes'];
  return { version, changes: Array.isArray(changes) ? changes.filter(isChange) : [] };
}

function isChange(value: unknown): value is Conflict['changes'][number] {
  return typeof value === 'object' && value !== null && 'field' in value && typeof value.field === 'string';
}
