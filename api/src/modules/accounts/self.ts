import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';

/** The person acting on their own account. @throws Problem when the permission refuses it to them, for instance for want of freshness */
export function asSelf(permission: Permission, actor: Actor | null): Actor {
  authorise(permission, actor, { accountId: actor?.accountId ?? null });
  return actor as Actor;
}
