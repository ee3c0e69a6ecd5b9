import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { applied, changesBetween, mergeChanges, undone } from '../../../platform/field-changes.js';
import type { Change } from '../../../platform/http/edit-history.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { flatten, unflatten } from '../editing/kept-site.changes.js';
import { located } from '../editing/kept-site.location.js';
import { measureWalk } from '../editing/kept-site.location.queries.js';
import { editsSince } from '../editing/kept-site.history.queries.js';
import { findKeptSite, type KeptRecord, writeFields } from '../editing/kept-sites.queries.js';
import { findAct, moveBack } from '../life/site-life.queries.js';
import { SiteRolesService } from '../roles/site-roles.service.js';
import { SiteActs } from '../site-acts.js';
import { authoriseBoth } from './site-merge.access.js';
import { differences, mayUndo, mergedFields, partsStanding, UNDO_WITHIN_MS, whyNotMerge } from './site-merge.rules.js';
import { siteMergedEvent } from './site-merges.events.js';
import { siteMergesPolicy } from './site-merges.policy.js';
import * as rows from './site-merges.queries.js';
import type { MergeSites, SheetToMerge, SiteComparison, SiteMerged } from './site-merges.schemas.js';

/** Two sheets of one place made one, by whoever writes both or by a moderator. Nothing is deleted: all that hangs on one goes to the other. */
@Injectable()
export class SiteMergesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly acts: SiteActs,
    private readonly roles: SiteRolesService,
  ) {}

  async compare(actor: Actor, id: string, otherId: string): Promise<SiteComparison> {
    const tx = this.db.manager;
    const { stays, other } = await this.readBoth(tx, actor, siteMergesPolicy.compareSites, { staysId: id, otherId });
    const [fields, otherFields] = [flatten(stays.fields), flatten(other.fields)];
    return {
      stays: await this.sheetOf(tx, stays),
      other: await this.sheetOf(tx, other),
      differences: differences(fields, otherFields),
      parts: partsStanding(fields, otherFields),
      privateFilesLeft: await rows.countPrivateLeft(tx, other.id, stays.organisation?.id ?? null),
      followsSources: stays.state === 'potential',
      whyNot: whyNotMerge(factsOf(stays), factsOf(other)),
      whyNotTheOtherWay: whyNotMerge(factsOf(other), factsOf(stays)),
    };
  }

  async merge(actor: Actor, id: string, { with: otherId, version, withVersion, ...choice }: MergeSites): Promise<SiteMerged> {
    return this.db.transaction(async (tx) => {
      await rows.lockSites(tx, [id, otherId]);
      const { stays, other } = await this.readBoth(tx, actor, siteMergesPolicy.mergeSites, { staysId: id, otherId });
      const why = whyNotMerge(factsOf(stays), factsOf(other));
      if (why !== null) throw problem(why, { facts: { into: (other.mergedInto ?? stays.mergedInto)?.id ?? null } });
      if (stays.version !== version || other.version !== withVersion) throw problem('changed-meanwhile');
      const at = this.clock.now();
      const provenance = await rows.provenanceOf(tx, id);
      const changes = await this.writeMerged(tx, { stays, other }, choice, at);
      const carried = await rows.carry(tx, { staysId: id, otherId, organisationId: stays.organisation?.id ?? null });
      if (carried.roles.length > 0) await this.roles.settle(tx, id);
      if (!(await rows.closeInto(tx, other, id, at))) throw problem('changed-meanwhile');
      const merge = this.ids.next();
      const acts = await this.tellBoth(tx, actor, { stays, other }, changes);
      await rows.insertMerge(tx, { id: merge, staysId: id, otherId, at, ...acts, carried: { ...carried, provenance } });
      await this.jobs.enqueue(tx, siteMergedEvent, { fromId: otherId, intoId: id, undone: false });
      return { id, merge, undoUntil: new Date(at.getTime() + UNDO_WITHIN_MS).toISOString() };
    });
  }

  /** Each sheet as it was, and to each what was its own. */
  async undo(actor: Actor, mergeId: string): Promise<SiteMerged> {
    return this.db.transaction(async (tx) => {
      const named = await rows.findMerge(tx, mergeId);
      if (named === null) throw problem('not-found');
      const { staysId, otherId } = named;
      await rows.lockSites(tx, [staysId, otherId]);
      const { stays, other } = await this.readBoth(tx, actor, siteMergesPolicy.undoSiteMerge, { staysId, otherId });
      const merge = await rows.findMerge(tx, mergeId);
      const act = merge && (await findAct(tx, merge.otherAct));
      const at = this.clock.now();
      if (!merge || !act || !mayUndo(merge, at)) throw problem('site-undo-too-late', { facts: { state: stays.state } });
      await rows.carryBack(tx, staysId, otherId, merge.carried);
      const changes = await this.writeBack(tx, stays, at);
      await rows.putBackProvenance(tx, staysId, merge.carried.provenance);
      await rows.comeOut(tx, otherId);
      if (act.fromState !== 'closed') await moveBack(tx, other, act, at);
      if (merge.carried.roles.length > 0) for (const siteId of [staysId, otherId]) await this.roles.settle(tx, siteId);
      await rows.markUndone(tx, mergeId, at);
      const back = act.fromState ?? other.state;
      const [undo, version] = ['undo', stays.version + 1];
      const still = { fromState: stays.state, toState: stays.state };
      await this.acts.tell(tx, actor, stays, { action: undo, version, ...still, note: merge.staysAct, changes });
      await this.acts.tell(tx, actor, other, {
        ...{ action: undo, version: other.version, fromState: other.state, toState: back, note: merge.otherAct },
      });
      await this.jobs.enqueue(tx, siteMergedEvent, { fromId: otherId, intoId: staysId, undone: true });
      return { id: otherId, merge: null, undoUntil: null };
    });
  }

  private async writeMerged(
    tx: EntityManager,
    { stays, other }: { readonly stays: KeptRecord; readonly other: KeptRecord },
    choice: Pick<MergeSites, 'take' | 'parts'>,
    at: Date,
  ): Promise<Change[]> {
    const before = flatten(stays.fields);
    const said = mergedFields(before, flatten(other.fields), choice, () => this.ids.next());
    const after = unflatten(applied(before, await located(tx, before, said)));
    const changes = changesBetween(before, flatten(after));
    if (!(await writeFields(tx, stays, after, at))) throw problem('changed-meanwhile');
    const fields = changes.map(({ field }) => field);
    await rows.takeProvenance(tx, stays.id, other.id, fields);
    if (fields.includes('point')) await measureWalk(tx, stays.id);
    return changes;
  }

  private async writeBack(tx: EntityManager, stays: KeptRecord, at: Date): Promise<Change[]> {
    const now = flatten(stays.fields);
    const said = undone(mergeChanges(await editsSince(tx, stays.id, stays.version - 1)));
    const before = unflatten(applied(now, said));
    if (!(await writeFields(tx, stays, before, at))) throw problem('changed-meanwhile');
    if (said.has('point')) await measureWalk(tx, stays.id);
    return changesBetween(now, flatten(before));
  }

  private async tellBoth(
    tx: EntityManager,
    actor: Actor,
    { stays, other }: { readonly stays: KeptRecord; readonly other: KeptRecord },
    changes: Change[],
  ): Promise<{ staysAct: string; otherAct: string }> {
    const still = { fromState: stays.state, toState: stays.state };
    const staysAct = await this.acts.tell(tx, actor, stays, {
      ...{ action: 'merge', version: stays.version + 1, ...still, changes, note: other.fields.name },
      facts: { mergedId: other.id },
    });
    const otherAct = await this.acts.tell(tx, actor, other, {
      ...{ action: 'mergeInto', version: other.version, fromState: other.state, toState: 'closed', reason: 'duplicate' },
      note: stays.fields.name,
      facts: { intoId: stays.id },
    });
    return { staysAct, otherAct };
  }

  private async readBoth(
    tx: EntityManager,
    actor: Actor,
    line: Permission,
    { staysId, otherId }: { readonly staysId: string; readonly otherId: string },
  ): Promise<{ stays: KeptRecord; other: KeptRecord }> {
    const [stays, other] = [await findKeptSite(tx, staysId), await findKeptSite(tx, otherId)];
    if (stays === null || other === null) throw problem('not-found');
    authoriseBoth(line, actor, stays, other);
    return { stays, other };
  }

  private async sheetOf(tx: EntityManager, { id, version, fields, state, commune, organisation }: KeptRecord): Promise<SheetToMerge> {
    const [premisesCount, offersCount] = [fields.premises.length, fields.offers.length];
    const sheet = { id, version, name: fields.name, kind: fields.kind, state, commune: commune?.name ?? null };
    return { ...sheet, organisation: organisation?.name ?? null, premisesCount, offersCount, ...(await rows.hangingOn(tx, id)) };
  }
}

function factsOf({ id, state, mergedInto }: KeptRecord) {
  return { id, state, mergedInto: mergedInto?.id ?? null };
}
