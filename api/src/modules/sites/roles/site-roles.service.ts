import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { toPage } from '../../../platform/http/cursor.js';
import { problem } from '../../../platform/http/problem.js';
import { said } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { defineTask } from '../../../platform/jobs/task.js';
import { Journal } from '../../../platform/journal/journal.js';
import { siteChanged } from '../sites.events.js';
import { mayAward, nextSiteRoleState, type SiteRoleAction, type SiteRoleState, strongestRole } from './site-role.rules.js';
import { siteRolesPolicy } from './site-roles.policy.js';
import * as rows from './site-roles.queries.js';
import type { RoleRow } from './site-roles.queries.js';
import type { AgentRoles, AgentRoleView, DeclareRole, RefuseRole, RolesSearch, RolesToCheck } from './site-roles.schemas.js';

/** The day after a deed or a consent ends. */
const siteRoleTermPassed = defineTask('site-role-term-passed', z.object({}));
const DAY_MS = 86_400_000;
const termOver = said('cette date est déjà passée', 'this date is already past');
const BY_TERM = 'term-over';

/** In what name organisations speak for places. Nothing a person declares changes a place before a moderator has checked it. */
@Injectable()
export class SiteRolesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteRoleTermPassed, 'end-roles', () => this.endThosePastTheirTerm());
  }

  async declare(actor: Actor, siteId: string, input: DeclareRole): Promise<AgentRoleView> {
    return this.db.transaction(async (tx) => this.viewOf(tx, actor, await this.declareIn(tx, actor, siteId, input)));
  }

  /** In a larger act, such as taking up a place. @returns the role's id */
  async declareIn(tx: EntityManager, actor: Actor, siteId: string, input: DeclareRole): Promise<string> {
    authorise(siteRolesPolicy.recordAgentRole, actor, { organisationId: input.organisationId });
    if (input.until != null && input.until < this.today())
      throw problem('invalid-input', { errors: [{ in: 'body', pointer: '/until', message: termOver.error() }] });
    if ((await rows.kindOfOrganisation(tx, input.organisationId)) !== 'public_owner') throw problem('public-owners-only');
    if (!(await rows.isSiteKnownTo(tx, siteId, input.organisationId))) throw problem('not-found');
    const id = await rows.declareRole(tx, this.ids.next(), siteId, input, this.clock.now());
    const role = await this.find(tx, id);
    await this.tell(tx, actor, role, { action: 'declare', from: role.version === 1 ? null : 'declared', to: 'declared', reason: null });
    return id;
  }

  /** Those of the reader's organisations; all of them for moderators. */
  async ofSite(actor: Actor, siteId: string): Promise<AgentRoles> {
    const seesAll = whyNotAllowed({ by: ['moderator'] }, actor) === null;
    const own = actor.memberships
      .map(({ organisationId }) => organisationId)
      .filter((organisationId) => whyNotAllowed(siteRolesPolicy.readAgentRole, actor, { organisationId }) === null);
    const known = await Promise.all([null, ...own].map((organisationId) => rows.isSiteKnownTo(this.db.manager, siteId, organisationId)));
    if (!seesAll && !known.includes(true)) throw problem('not-found');
    const roles = await rows.rolesOfSite(this.db.manager, siteId, seesAll ? null : own);
    return { items: roles.map((role) => this.present(actor, role)), next: null };
  }

  async toCheck(actor: Actor, search: RolesSearch): Promise<RolesToCheck> {
    authorise(siteRolesPolicy.listAgentRolesToCheck, actor);
    const page = toPage(await rows.rolesToCheck(this.db.manager, search), search.limit, ({ id }) => [id]);
    return { items: page.items.map((role) => this.present(actor, role)), next: page.next };
  }

  /** The new role takes the place of the one this organisation held. */
  async check(actor: Actor, id: string, version: number): Promise<AgentRoleView> {
    return this.decide(actor, id, version, 'check', siteRolesPolicy.checkAgentRole, null);
  }

  async refuse(actor: Actor, id: string, { version, reason }: RefuseRole): Promise<AgentRoleView> {
    return this.decide(actor, id, version, 'refuse', siteRolesPolicy.refuseAgentRole, reason);
  }

  async end(actor: Actor, id: string, reason: string): Promise<AgentRoleView> {
    return this.db.transaction(async (tx) => {
      const role = await this.find(tx, id);
      authorise(siteRolesPolicy.endAgentRole, actor, { organisationId: role.organisation.id });
      await rows.lockSite(tx, role.site.id);
      await this.move(tx, actor, role, 'end', reason);
      await this.derive(tx, role.site.id);
      return this.viewOf(tx, actor, id);
    });
  }

  /** Run the day after each term, and harmless at any other time. */
  async endThosePastTheirTerm(): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const role of await rows.rolesPastTheirTerm(tx, this.today())) {
        await rows.lockSite(tx, role.site.id);
        await this.move(tx, null, role, 'end', BY_TERM);
        await this.derive(tx, role.site.id);
      }
    });
  }

  /** After records of a place came from elsewhere or went there. */
  async settle(tx: EntityManager, siteId: string): Promise<void> {
    await rows.lockSite(tx, siteId);
    await this.derive(tx, siteId);
  }

  private async decide(
    actor: Actor,
    id: string,
    version: number,
    action: 'check' | 'refuse',
    line: Permission,
    reason: string | null,
  ): Promise<AgentRoleView> {
    authorise(line, actor);
    return this.db.transaction(async (tx) => {
      const role = await this.find(tx, id);
      if (isMember(actor, role)) throw problem('own-organisation');
      if (role.version !== version) throw problem('changed-meanwhile', { facts: { version: role.version } });
      await rows.lockSite(tx, role.site.id);
      if (action === 'check') {
        const before = await rows.checkedRoleOf(tx, role.site.id, role.organisation.id);
        if (before !== null) await this.move(tx, actor, before, 'end', 'replaced');
      }
      await this.move(tx, actor, role, action, reason);
      await this.derive(tx, role.site.id);
      if (action === 'check' && role.until !== null) await this.planEnd(tx, role.until);
      return this.viewOf(tx, actor, id);
    });
  }

  private async move(tx: EntityManager, actor: Actor | null, role: RoleRow, action: SiteRoleAction, reason: string | null): Promise<void> {
    const to = nextSiteRoleState(role.state, action);
    if (to === null) throw problem('site-role-state-forbids', { facts: { state: role.state } });
    if (!(await rows.moveRole(tx, role, to, reason, this.clock.now()))) throw problem('changed-meanwhile');
    await this.tell(tx, actor, role, { action, from: role.state, to, reason });
  }

  /** `site.agent_role`, which decides on which shelf a place stands, follows the records in force and nothing else. */
  private async derive(tx: EntityManager, siteId: string): Promise<void> {
    const { held, unrecorded } = await rows.readStanding(tx, siteId);
    await rows.saveAgentRole(tx, siteId, strongestRole(held, unrecorded, this.today()), this.clock.now());
    await this.jobs.enqueue(tx, siteChanged, { siteId }, { key: siteId });
  }

  private async planEnd(tx: EntityManager, until: string): Promise<void> {
    const startAfter = new Date(Date.parse(`${until}T00:00:00Z`) + DAY_MS);
    await this.jobs.enqueue(tx, siteRoleTermPassed, {}, { key: until, startAfter });
  }

  private async tell(
    tx: EntityManager,
    actor: Actor | null,
    role: RoleRow,
    { action, from, to, reason }: { action: string; from: SiteRoleState | null; to: SiteRoleState; reason: string | null },
  ): Promise<void> {
    const declared = action === 'declare' ? { role: role.role, until: role.until, proof: role.proof } : null;
    const accountId = actor?.accountId ?? null;
    const line = { id: this.ids.next(), roleId: role.id, at: this.clock.now(), accountId, action, fromState: from, toState: to };
    await rows.addRoleHistory(tx, { ...line, reason, declared });
    const typedByModerator = actor !== null && !isMember(actor, role);
    await this.journal.recordAct(tx, {
      actor: { kind: actor === null ? 'system' : 'person', id: accountId },
      action: `${action}-site-role`,
      thing: { kind: 'site-role', id: role.id },
      organisationId: role.organisation.id,
      from,
      to,
      why: typedByModerator || actor === null ? reason : null,
      facts: { siteId: role.site.id, role: role.role, until: role.until, version: role.version },
    });
  }

  private async find(tx: EntityManager, id: string): Promise<RoleRow> {
    const role = await rows.findRole(tx, id);
    if (role === null) throw problem('not-found');
    return role;
  }

  private async viewOf(tx: EntityManager, actor: Actor, id: string): Promise<AgentRoleView> {
    return this.present(actor, await this.find(tx, id));
  }

  private present(actor: Actor, role: RoleRow): AgentRoleView {
    const why = (line: Permission, action: SiteRoleAction): string | null => {
      const refusal = whyNotAllowed(line, actor, { organisationId: role.organisation.id });
      return refusal ?? (nextSiteRoleState(role.state, action) === null ? 'site-role-state-forbids' : null);
    };
    const whyNotDecide = (line: Permission, action: SiteRoleAction) =>
      why(line, action) ?? (isMember(actor, role) ? 'own-organisation' : null);
    return {
      ...role,
      mayAward: mayAward(role, this.today()),
      actions: {
        checkAgentRole: whyNotDecide(siteRolesPolicy.checkAgentRole, 'check'),
        refuseAgentRole: whyNotDecide(siteRolesPolicy.refuseAgentRole, 'refuse'),
        endAgentRole: why(siteRolesPolicy.endAgentRole, 'end'),
      },
    };
  }

  private today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

const isMember = (actor: Actor, { organisation }: RoleRow): boolean =>
  actor.memberships.some(({ organisationId }) => organisationId === organisation.id);
