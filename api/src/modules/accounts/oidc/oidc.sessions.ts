import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { saveSession, type SessionState } from '../../../platform/access/session.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { OidcClient } from './oidc.client.js';

const WITHIN_MS = 10 * 60_000;
type Begun = NonNullable<SessionState['oidc']>;

/** What was asked of the provider, kept in the session of the browser that asked: an answer brought by another one is worth nothing. */
@Injectable()
export class OidcSessions {
  constructor(
    private readonly client: OidcClient,
    private readonly clock: Clock,
  ) {}

  /** @returns where to send the person */
  async begin(request: Request, { returnTo, linkFor }: Pick<Begun, 'returnTo' | 'linkFor'>): Promise<URL> {
    // Someone already in confirms that it is them: the provider must ask again, not remember.
    const again = request.session.accountId !== undefined;
    const { url, challenge } = await this.client.start(again);
    const until = new Date(this.clock.now().getTime() + WITHIN_MS).toISOString();
    request.session.oidc = { ...challenge, again, returnTo, linkFor, until };
    if (!again) request.session.cookie.maxAge = WITHIN_MS;
    await saveSession(request);
    return url;
  }

  /** Forgotten before it is used: one question, one answer. @throws Problem `sign-in-expired` */
  async end(request: Request, state: string | undefined): Promise<Begun> {
    const { oidc } = request.session;
    if (oidc === undefined || oidc.state !== state) throw problem('sign-in-expired');
    delete request.session.oidc;
    await saveSession(request);
    const isLate = this.clock.now().getTime() > Date.parse(oidc.until);
    const isOther = oidc.linkFor !== null && request.actor?.accountId !== oidc.linkFor;
    if (isLate || isOther) throw problem('sign-in-expired');
    return oidc;
  }
}
