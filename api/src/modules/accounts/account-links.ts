import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { hashToken, newToken } from '../../platform/access/app-secret.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { problem } from '../../platform/http/problem.js';
import { ACCOUNT_LINKS, type LinkPurpose, linkTo } from './account-link.rules.js';
import { addToken, spendToken, type SpentToken } from './account-links.queries.js';

export interface NewLink {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  /** The address a change of address is about. */
  readonly email?: string;
  /** Default: as long as its line of the table says. */
  readonly minutes?: number;
}

/** One-time links to the pages of an account. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** @returns the address of the page, with a secret in it that only a mailbox may see */
  async make(tx: EntityManager, { accountId, purpose, email, minutes = ACCOUNT_LINKS[purpose].minutes }: NewLink): Promise<string> {
    const token = newToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + minutes * 60_000);
    await addToken(tx, { hash: hashToken(token), accountId, purpose, email: email ?? null, createdAt, expiresAt });
    return linkTo(this.config.publicUrl, purpose, token);
  }

  /** Of two who follow the same link at once, one succeeds. @throws Problem `link-not-valid` */
  async use(tx: EntityManager, token: string, purposes: readonly LinkPurpose[]): Promise<SpentToken> {
    const spent = await spendToken(tx, hashToken(token), purposes, this.clock.now());
    if (spent === null) throw problem('link-not-valid');
    return spent;
  }
}
