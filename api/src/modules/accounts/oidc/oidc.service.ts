import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { networkOf } from '../../../platform/access/network-address.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { Journal } from '../../../platform/journal/journal.js';
import { findAccount } from '../accounts.queries.js';
import { Entrance } from '../entrance.js';
import { IdentitiesService } from './identities.service.js';
import { OidcClient } from './oidc.client.js';
import { addIdentity, addVerifiedAccount, findLinkedAccount, isAddressTaken, markIdentityUsed } from './oidc.queries.js';
import { outcomeOf, ownPath, type ProvidedIdentity } from './oidc.rules.js';
import type { OidcAnswer, OidcStart } from './oidc.schemas.js';
import { OidcSessions } from './oidc.sessions.js';

/** Where the browser goes next. */
export interface Onward {
  readonly url: string;
}

/** Signing in with an identity provider (docs/adr/0043). */
@Injectable()
export class OidcService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly client: OidcClient,
    private readonly sessions: OidcSessions,
    private readonly identities: IdentitiesService,
    private readonly entrance: Entrance,
    private readonly limits: RateLimits,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async start({ returnTo }: OidcStart, request: Request): Promise<Onward> {
    if (!this.client.isConfigured) throw problem('not-found');
    await this.limits.consume('identity-network', networkOf(request.ip ?? ''));
    const url = await this.sessions.begin(request, { returnTo: ownPath(returnTo), linkFor: null });
    return { url: url.href };
  }

  async finish(answer: OidcAnswer, request: Request): Promise<Onward> {
    if (!this.client.isConfigured) throw problem('not-found');
    const begun = await this.sessions.end(request, answer.state);
    const identity = await this.client.finish(answer, begun);
    // In this order: an account that another tab makes in between is then seen with its link, never as somebody else's address.
    const addressTaken = identity.email !== null && (await isAddressTaken(this.db.manager, identity.email));
    const linkedTo = await findLinkedAccount(this.db.manager, identity.issuer, identity.subject);
    const outcome = outcomeOf(identity, { linkedTo, addressTaken, linkFor: begun.linkFor });
    switch (outcome.do) {
      case 'refuse':
        throw problem(outcome.why);
      case 'link':
        await this.identities.link(begun.linkFor!, identity);
        return { url: begun.returnTo };
      case 'keep':
        return { url: begun.returnTo };
      case 'enter':
        return this.enter(linkedTo!, identity, begun.returnTo, request);
      case 'create':
        return this.enter(await this.create(identity), identity, begun.returnTo, request);
    }
  }

  private async enter(accountId: string, identity: ProvidedIdentity, returnTo: string, request: Request): Promise<Onward> {
    const account = await findAccount(this.db.manager, accountId);
    if (account === null) throw problem('sign-in-expired');
    await markIdentityUsed(this.db.manager, identity.issuer, identity.subject, this.clock.now());
    const { step } = await this.entrance.enter(request, account, 'oidc', identity.multiFactor ? 'given' : 'to-give');
    return { url: step === 'signed-in' ? returnTo : `/connexion/second-facteur?retour=${encodeURIComponent(returnTo)}` };
  }

  /** Two tabs coming back at once make one account: the second finds the address or the identity taken, and tries as known. */
  private async create(identity: ProvidedIdentity): Promise<string> {
    const created = await this.db.transaction((tx) => this.addPerson(tx, identity));
    const accountId = created ?? (await findLinkedAccount(this.db.manager, identity.issuer, identity.subject));
    if (accountId === null) throw problem('identity-account-exists');
    return accountId;
  }

  private async addPerson(tx: EntityManager, { email, displayName, issuer, subject }: ProvidedIdentity): Promise<string | null> {
    const accountId = this.ids.next();
    const now = this.clock.now();
    const person = { id: accountId, email: email!, displayName, language: currentLanguage() };
    if (!(await addVerifiedAccount(tx, person, now))) return null;
    if (!(await addIdentity(tx, { id: this.ids.next(), accountId, issuer, subject }, now))) throw problem('changed-meanwhile');
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: accountId },
      action: 'sign-up',
      thing: { kind: 'account', id: accountId },
      to: 'active',
    });
    return accountId;
  }
}
