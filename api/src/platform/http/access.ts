import { SetMetadata, type Type } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Permission } from '../access/permission.js';

const ACCESS_KEY = 'terrain:access';

/** Binds a route to its line of the policy table. Without one a route is refused to all: forgetting can only refuse too much. */
export const Allowed = (permission: Permission) => SetMetadata(ACCESS_KEY, permission);

/** Opens a route to everybody. */
export const Public = () => Allowed({ by: ['everyone'] });

export function permissionOf(reflector: Reflector, handler: object, controller: Type): Permission | null {
  return reflector.getAllAndOverride<Permission | undefined>(ACCESS_KEY, [handler as () => unknown, controller]) ?? null;
}
