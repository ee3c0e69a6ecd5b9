import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { problem } from './problem.js';

export const ACCESS_KEY = 'terrain:access';
export type Access = 'public' | 'private';

/** Opens a route to everybody. Without it a route is private: forgetting a decision can only refuse too much. */
export const Public = () => SetMetadata(ACCESS_KEY, 'public' satisfies Access);

/** For signed-in people. The same as saying nothing, except that the decision was taken: an inventory check wants to see it. */
export const Private = () => SetMetadata(ACCESS_KEY, 'private' satisfies Access);

/** Deny by default. Nobody can sign in before accounts exist, so a private route answers 401 to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS_KEY, [context.getHandler(), context.getClass()]);
    if (access === 'public') return true;
    throw problem('sign-in-needed', { headers: { 'WWW-Authenticate': 'Session' } });
  }
}
