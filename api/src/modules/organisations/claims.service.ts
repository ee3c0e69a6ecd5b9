import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import {
  addFirstAdministrator,
  claimRefusedAgain,
  type ClaimRow,
  findBodies,
  insertClaimed,
  type KnownBody,
  takeUnclaimed,
} from './claims.queries.js';
import {
  type ClaimedOrganisation,
  identityOf,
  type OrganisationClaim,
  type RegisterAnswerView,
  type RegisterQuestion,
} from './claims.schemas.js';
import { nextOrganisationState, standingOf } from './organisation.rules.js';
import { organisationsPolicy } from './organisations.policy.js';
import { findOrganisationRecord, readCommune } from './organisations.queries.js';
import { Register } from './register/register.js';
import type { RegisterAnswer } from './register/registered-body.js';

/** Claiming: one organisation per body, whoever comes first, and never a second one. */
@Injectable()
export class ClaimsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly register: Register,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  async lookUp(actor: Actor, { siret = null, rna = null }: RegisterQuestion): Promise<RegisterAnswerView> {
    authorise(organisationsPolicy.lookUpRegister, actor);
    const { status, body } = await this.ask(actor, { siret, rna });
    const [known] = await findBodies(this.db.manager, { siret, rna, territoryId: null });
    const organisation = known && { id: known.id, name: known.name, standing: standingOf(known.state), hasMembers: known.hasMembers };
    const commune = body?.communeCode ? await readCommune(this.db.manager, body.communeCode) : null;
    return { status, body: body && { ...body, commune }, organisation: organisation ?? null };
  }

  async claim(actor: Actor, claim: OrganisationClaim): Promise<ClaimedOrganisation> {
    authorise(organisationsPolicy.claimOrganisation, actor);
    const identity = identityOf(claim);
    const register = await this.ask(actor, identity);
    const { communeId = null, summary = null, website = null, contactEmail = null } = claim;
    const said = { name: claim.name, communeId, summary, website, contactEmail, proof: claim.proof };
    const row: ClaimRow = { ...identity, ...said, claimedBy: actor.accountId, register };
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const { id, from } = await this.takeOrCreate(tx, row, at);
      await addFirstAdministrator(tx, id, actor.accountId, at);
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: 'claim-organisation',
        thing: { kind: 'organisation', id },
        organisationId: id,
        from,
        to: 'claimed',
        facts: { ...identity, register: register.status },
      });
      return { id, standing: standingOf('claimed'), claimedAt: at.toISOString(), register: register.status };
    });
  }

  async claimAgain(actor: Actor, id: string, proof: string): Promise<ClaimedOrganisation> {
    return this.db.transaction(async (tx) => {
      const organisation = await findOrganisationRecord(tx, id);
      if (organisation === null) throw problem('not-found');
      authorise(organisationsPolicy.claimOrganisationAgain, actor, { organisationId: id });
      const { state } = organisation;
      if (nextOrganisationState(state, 'claimAgain') === null) throw problem('organisation-state-forbids', { facts: { state } });
      const at = this.clock.now();
      if (!(await claimRefusedAgain(tx, id, proof, actor.accountId, at))) throw problem('changed-meanwhile');
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: 'claim-organisation-again',
        thing: { kind: 'organisation', id },
        organisationId: id,
        from: state,
        to: 'claimed',
      });
      return { id, standing: standingOf('claimed'), claimedAt: at.toISOString(), register: organisation.registerStatus };
    });
  }

  /** A second look after a lost race: the row the other person wrote is visible then. */
  private async takeOrCreate(tx: EntityManager, row: ClaimRow, at: Date): Promise<{ id: string; from: string | null }> {
    const known = await findBodies(tx, row);
    if (known.length === 0) {
      const id = this.ids.next();
      if (await insertClaimed(tx, id, row, at)) return { id, from: null };
    }
    const [body, another] = known.length === 0 ? await findBodies(tx, row) : known;
    if (body === undefined) throw problem('changed-meanwhile');
    if (another !== undefined) throw problem('organisation-number-taken');
    if (body.state !== 'unclaimed') throw notFree(body);
    if (!(await takeUnclaimed(tx, body.id, row, at))) throw notFree({ ...body, hasMembers: true });
    return { id: body.id, from: 'unclaimed' };
  }

  /** Asking costs others something: counted per person, whether alone or within a claim. */
  private async ask(actor: Actor, { siret, rna }: { siret: string | null; rna: string | null }): Promise<RegisterAnswer> {
    const number = siret !== null ? { siret } : rna !== null ? { rna } : null;
    if (number === null) return { status: 'unknown', body: null };
    await this.limits.consume('register-lookup', actor.accountId);
    return this.register.find(number);
  }
}

/** Told without a word on who holds it: its members answer those who ask to join. */
function notFree({ id, name, hasMembers }: KnownBody) {
  if (!hasMembers) return problem('organisation-not-claimable');
  return problem('organisation-has-members', { facts: { organisationId: id, name } });
}
