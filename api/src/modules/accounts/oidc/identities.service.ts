import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { Journal } from '../../../platform/journal/journal.js';
import { AccountPost } from '../account-post.js';
import { findAccount } from '../accounts.queries.js';
import { asSelf } from '../self.js';
import { identityLinkedMail } from './oidc.mails.js';
import { oidcPolicy } from './oidc.policy.js';
import { addIdentity, deleteIdentity, listIdentities } from './oidc.queries.js';
import type { ProvidedIdentity } from './oidc.rules.js';
import type { IdentityPage, LinkStart } from './oidc.schemas.js';
import { OidcSessions } from './oidc.sessions.js';

/** A person's identities at providers: linked by themselves only, signed in and confirmed. */
@Injectable()
export class IdentitiesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sessions: OidcSessions,
    private readonly post: AccountPost,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async list(actor: Actor | null): Promise<IdentityPage> {
    const { accountId } = asSelf(oidcPolicy.listMyIdentities, actor);
    return { items: await listIdentities(this.db.manager, accountId), next: null };
  }

  async startLink(actor: Actor | null, request: Request): Promise<LinkStart> {
    const { accountId } = asSelf(oidcPolicy.linkIdentity, actor);
    const url = await this.sessions.begin(request, { returnTo: '/mon-compte/securite', linkFor: accountId });
    return { url: url.href };
  }

  /** The person is told: a link somebody else made from an open session must not go unseen. */
  async link(accountId: string, { issuer, subject }: ProvidedIdentity): Promise<void> {
    await this.db.transaction(async (tx) => {
      const account = await findAccount(tx, accountId);
      const id = this.ids.next();
      if (account === null || !(await addIdentity(tx, { id, accountId, issuer, subject }, this.clock.now())))
        throw problem('identity-taken');
      await this.post.tell(tx, account, identityLinkedMail);
      await this.journal.recordAct(tx, this.act(accountId, 'link-identity', id));
    });
  }

  async unlink(id: string, actor: Actor | null): Promise<{ id: string }> {
    const { accountId } = asSelf(oidcPolicy.unlinkIdentity, actor);
    await this.db.transaction(async (tx) => {
      if (!(await deleteIdentity(tx, accountId, id))) throw problem('not-found');
      await this.journal.recordAct(tx, this.act(accountId, 'unlink-identity', id));
    });
    return { id };
  }

  private act(accountId: string, action: 'link-identity' | 'unlink-identity', identityId: string) {
    return { actor: { kind: 'person', id: accountId }, action, thing: { kind: 'account', id: accountId }, facts: { identityId } } as const;
  }
}
