import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { accountsPolicy } from './accounts.policy.js';
import { setProfile } from './accounts.queries.js';
import type { MeView, ProfileInput } from './accounts.schemas.js';
import { readMyAccount } from './me.queries.js';
import { Actors } from '../../platform/access/actors.js';
import { asSelf } from './self.js';

@Injectable()
export class MeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly actors: Actors,
  ) {}

  /** Who is there, for the head of every page; a stranger learns how to come in. */
  async get(actor: Actor | null, request: Request): Promise<MeView> {
    const signInWays = {
      password: true,
      link: this.config.mail.driver !== 'off',
      oidc: this.config.oidc && { name: this.config.oidc.name },
    };
    const account = actor && (await readMyAccount(this.db.manager, actor.accountId));
    if (actor === null || account === null) return { account: null, memberships: [], actingFor: null, signInWays };
    const organisations = await this.actors.organisationsOf(actor.accountId, request.session);
    const session = { secondFactor: actor.secondFactor, fresh: actor.fresh };
    return { account: { ...account, session }, ...organisations, signInWays };
  }

  async update({ displayName, language }: ProfileInput, actor: Actor | null, request: Request): Promise<MeView> {
    const { accountId } = asSelf(accountsPolicy.updateMe, actor);
    const profile = { displayName: displayName ?? null, language: language ?? null };
    await setProfile(this.db.manager, accountId, profile, this.clock.now());
    return this.get(actor, request);
  }
}
