import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { findEvidence, insertEvidence, knownDepartments, listEvidenceWaiting, moveEvidence, readEvidence } from './evidence.queries.js';
import { evidenceFaults, nextEvidenceState } from './evidence.rules.js';
import type { EvidenceList, EvidenceParams, EvidenceToCheckPage, EvidenceToCheckSearch, NewEvidenceInput } from './evidence.schemas.js';
import { daysBetween, EVIDENCE_MESSAGES, frenchDay, toEvidenceView } from './evidence.view.js';
import { moderationPolicy, organisationsPolicy } from './organisations.policy.js';
import { refuseOwn } from './organisation.view.js';
import { findOrganisationRecord } from './organisations.queries.js';

const STEPS = {
  withdraw: { permission: organisationsPolicy.withdrawEvidence, act: 'withdraw-evidence' },
  check: { permission: moderationPolicy.checkEvidence, act: 'check-evidence' },
  refuse: { permission: moderationPolicy.refuseEvidence, act: 'refuse-evidence' },
} as const satisfies Record<string, { permission: Permission; act: string }>;

@Injectable()
export class EvidenceService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  async list(actor: Actor, organisationId: string): Promise<EvidenceList> {
    if ((await findOrganisationRecord(this.db.manager, organisationId)) === null) throw problem('not-found');
    authorise(organisationsPolicy.listEvidence, actor, { organisationId });
    const today = frenchDay(this.clock.now());
    const rows = await readEvidence(this.db.manager, organisationId);
    return { items: rows.map((row) => toEvidenceView(row, today)), next: null };
  }

  async add(actor: Actor, organisationId: string, given: NewEvidenceInput): Promise<EvidenceList> {
    await this.db.transaction(async (tx) => {
      const organisation = await findOrganisationRecord(tx, organisationId);
      if (organisation === null) throw problem('not-found');
      authorise(organisationsPolicy.addEvidence, actor, { organisationId });
      const { kind, endsOn, startsOn = null, reference = null } = given;
      const departmentIds = await knownDepartments(tx, given.departments);
      if (departmentIds.length < new Set(given.departments).size) throw problem('unknown-territory');
      const now = this.clock.now();
      const faults = evidenceFaults({ kind, startsOn, endsOn, departmentCount: departmentIds.length }, frenchDay(now));
      if (faults.length > 0)
        throw problem('invalid-input', {
          errors: faults.map(([field, fault]) => ({
            in: 'body',
            pointer: `/${field}`,
            message: EVIDENCE_MESSAGES[fault][currentLanguage()],
          })),
        });
      const id = this.ids.next();
      await insertEvidence(tx, { id, organisationId, kind, reference, departmentIds, startsOn, endsOn }, now);
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: 'add-evidence',
        thing: { kind: 'evidence', id },
        organisationId,
        to: 'declared',
        facts: { kind, reference, departments: departmentIds, startsOn, endsOn },
      });
    });
    return this.list(actor, organisationId);
  }

  withdraw(actor: Actor, which: EvidenceParams): Promise<EvidenceList> {
    return this.move(actor, which, 'withdraw', null);
  }

  check(actor: Actor, which: EvidenceParams, reason: string): Promise<EvidenceList> {
    return this.move(actor, which, 'check', reason);
  }

  refuse(actor: Actor, which: EvidenceParams, reason: string): Promise<EvidenceList> {
    return this.move(actor, which, 'refuse', reason);
  }

  async listWaiting(actor: Actor, search: EvidenceToCheckSearch): Promise<EvidenceToCheckPage> {
    authorise(moderationPolicy.listEvidenceToCheck, actor);
    const now = this.clock.now();
    const page = toPage(await listEvidenceWaiting(this.db.manager, search), search.limit, ({ key, id }) => [key, id]);
    const items = page.items.map((row) => ({
      ...toEvidenceView(row, frenchDay(now)),
      organisation: row.organisation,
      createdAt: row.createdAt.toISOString(),
      daysWaiting: daysBetween(row.createdAt, now),
    }));
    return { items, next: page.next };
  }

  private async move(
    actor: Actor,
    { id, evidenceId }: EvidenceParams,
    step: keyof typeof STEPS,
    reason: string | null,
  ): Promise<EvidenceList> {
    const { permission, act } = STEPS[step];
    await this.db.transaction(async (tx) => {
      const evidence = await findEvidence(tx, id, evidenceId);
      if (evidence === null) throw problem('not-found');
      authorise(permission, actor, { organisationId: id });
      if (step !== 'withdraw') refuseOwn(actor, id);
      const to = nextEvidenceState(evidence.state, step);
      if (to === null) throw problem('evidence-state-forbids', { facts: { state: evidence.state } });
      if (!(await moveEvidence(tx, evidence, to, reason, this.clock.now()))) throw problem('changed-meanwhile');
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: act,
        thing: { kind: 'evidence', id: evidenceId },
        organisationId: id,
        from: evidence.state,
        to,
        why: reason,
      });
    });
    return this.list(actor, id);
  }
}
