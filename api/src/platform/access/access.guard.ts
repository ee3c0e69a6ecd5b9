import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { Clock } from '../clock.js';
import { permissionOf } from '../http/access.js';
import { Actors } from './actors.js';
import { refused } from './authorise.js';
import { type Actor, type Permission, whyNotAtTheDoor } from './permission.js';
import { closeSession, isExpired, markSeen } from './session.js';

/** In front of every route: finds who is there and refuses what can be refused before the thing is known. Deny by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const permission = permissionOf(this.reflector, context.getHandler(), context.getClass()) ?? { by: [] };
    request.actor = await this.findActor(request);
    const refusal = whyNotAtTheDoor(permission, request.actor);
    if (refusal !== null) throw refused(refusal, permission);
    http.getResponse<Response>().setHeader('Cache-Control', keepingOf(permission, request));
    return true;
  }

  /** An expired session, or one whose account is gone, is nobody's. Health and metrics have no session at all. */
  private async findActor(request: Request): Promise<Actor | null> {
    const session = request.session as Request['session'] | undefined;
    if (session?.accountId === undefined) return null;
    const actor = await this.actors.load(session);
    const now = this.clock.now();
    if (actor === null || isExpired(session, actor.platformRole !== null, now)) {
      await closeSession(request);
      return null;
    }
    markSeen(session, now);
    return actor;
  }
}

/**
 * What a browser or a proxy may keep. An answer to a person, or to a write, is for nobody else: also on public pages, where it says
 * what this person may do. What strangers read is asked for again each time, since a person would be answered otherwise; a route
 * whose answer is the same for all may say better (`@Header`).
 */
function keepingOf({ by }: Permission, { actor, method }: Request): 'no-store' | 'no-cache' {
  const sameForStrangers = by.includes('everyone') && actor === null && (method === 'GET' || method === 'HEAD');
  return sameForStrangers ? 'no-cache' : 'no-store';
}

/** The person behind the request; null for a stranger, who reaches only routes open to everyone. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<Request>().actor ?? null;
});
