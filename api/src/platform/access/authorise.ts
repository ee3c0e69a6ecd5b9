import { problem, type Problem } from '../http/problem.js';
import { type Actor, type Permission, type Refusal, type Scope, whyNotAllowed } from './permission.js';

/** Refusals that answer “it does not exist” when the permission is hidden: they would tell a stranger that it does. */
const TELLS_OF_EXISTENCE: readonly Refusal[] = ['not-yours', 'not-a-member', 'moderators-only'];

/** @throws Problem when the actor may not; the service calls it with the thing it has just read, before anything else. */
export function authorise(permission: Permission, actor: Actor | null, scope: Scope = {}): void {
  const refusal = whyNotAllowed(permission, actor, scope);
  if (refusal !== null) throw refused(refusal, permission);
}

export function refused(refusal: Refusal, permission: Permission): Problem {
  if (permission.hidden === true && TELLS_OF_EXISTENCE.includes(refusal)) return problem('not-found');
  if (refusal === 'sign-in-needed') return problem(refusal, { headers: { 'WWW-Authenticate': 'Session' } });
  return problem(refusal);
}

/**
 * What the reader may do with a thing, for its page: null = may, else the code of the refusal, whose words are in the problem table.
 * @example actions: permissionsOf(organisationsPolicy, ['inviteMember', 'verifyOrganisation'], actor, { organisationId })
 */
export function permissionsOf<T extends Readonly<Record<string, Permission>>, K extends keyof T & string>(
  policy: T,
  operations: readonly K[],
  actor: Actor | null,
  scope: Scope,
): Record<K, Refusal | null> {
  const lines = operations.map((operation) => [operation, whyNotAllowed(policy[operation] as Permission, actor, scope)] as const);
  return Object.fromEntries(lines) as Record<K, Refusal | null>;
}
