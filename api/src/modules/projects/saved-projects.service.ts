import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import type { HistorySearch } from '../../platform/http/edit-history.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { NeedCheck } from './need.check.js';
import { changesBetween, edited, mergeChanges, PROJECT_FIELDS, withOneActivity } from './project.changes.js';
import {
  type HolderAction,
  nextProjectState,
  type ProjectRefusal,
  type ProjectState,
  whyNotCreate,
  whyNotEdit,
  whyNotMove,
  whyNotShow,
} from './project.rules.js';
import { projectChanged } from './projects.events.js';
import { projectsPolicy } from './projects.policy.js';
import { actionsOn, toSaved, toView } from './saved-project.view.js';
import {
  addHistory,
  editProject,
  editsSince,
  findOrganisation,
  findProject,
  type HistoryLine,
  insertProject,
  listOfOrganisation,
  moveProject,
  type ProjectRecord,
  readHistory,
  showProject,
} from './saved-projects.queries.js';
import type {
  CloseProject,
  CreateProject,
  ProjectFields,
  ProjectHistory,
  ProjectView,
  SavedProject,
  SavedProjectSearch,
  UpdateProject,
} from './saved-projects.schemas.js';

type Act = Pick<HistoryLine, 'action' | 'version' | 'fromState' | 'toState'> & Partial<Pick<HistoryLine, 'reason' | 'note' | 'changes'>>;

/** Projects kept by an organisation: its members write them, everyone else sees the public half or nothing. */
@Injectable()
export class SavedProjectsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
    private readonly needs: NeedCheck,
  ) {}

  async create(actor: Actor, { organisationId, ...said }: CreateProject): Promise<ProjectView> {
    authorise(projectsPolicy.createProject, actor, { organisationId });
    const empty = Object.fromEntries(PROJECT_FIELDS.map((field) => [field, said[field] ?? null])) as ProjectFields;
    const fields = withOneActivity(empty, said);
    return this.db.transaction(async (tx) => {
      const organisation = await findOrganisation(tx, organisationId);
      refuse(organisation === null ? null : whyNotCreate(organisation.kind));
      await this.needs.check(tx, fields.need);
      const id = this.ids.next();
      await insertProject(tx, id, organisationId, fields, this.clock.now());
      await this.tell(tx, actor, { id, organisationId }, { action: 'create', version: 1, fromState: null, toState: 'draft' });
      return this.viewOf(tx, actor, id);
    });
  }

  /** The public half for everyone when there is one, the whole for members, 404 for all others. */
  async get(actor: Actor | null, id: string): Promise<ProjectView> {
    const project = await findProject(this.db.manager, id);
    if (project === null || (actor === null && !project.seenByAll)) throw problem('not-found');
    if (!project.seenByAll) authorise({ ...projectsPolicy.readPrivatePart, hidden: true }, actor, scopeOf(project));
    return this.present(actor, project);
  }

  /** A project and its need, for the module that matches it: members only. */
  async getForMembers(actor: Actor, id: string): Promise<ProjectRecord> {
    return this.read(this.db.manager, actor, id, projectsPolicy.readPrivatePart);
  }

  async update(actor: Actor, id: string, { version, ...edit }: UpdateProject): Promise<ProjectView> {
    return this.db.transaction(async (tx) => {
      const project = await this.read(tx, actor, id, projectsPolicy.updateProject);
      refuse(whyNotEdit(project));
      if (project.version !== version) throw await this.changedMeanwhile(tx, id, version);
      const fields = edited(project, edit);
      const changes = changesBetween(project, fields);
      if (changes.length === 0) return this.present(actor, project);
      if (changes.some(({ field }) => field === 'need')) await this.needs.check(tx, fields.need);
      if (!(await editProject(tx, project, fields, this.clock.now()))) throw await this.changedMeanwhile(tx, id, version);
      await this.tell(tx, actor, thingOf(project), { action: 'edit', version: version + 1, ...stays(project), changes });
      return this.viewOf(tx, actor, id);
    });
  }

  async open(actor: Actor, id: string): Promise<ProjectView> {
    return this.move(actor, id, 'open', projectsPolicy.openProject, null);
  }

  async close(actor: Actor, id: string, closing: CloseProject): Promise<ProjectView> {
    return this.move(actor, id, 'close', projectsPolicy.closeProject, closing);
  }

  async reopen(actor: Actor, id: string): Promise<ProjectView> {
    return this.move(actor, id, 'reopen', projectsPolicy.reopenProject, null);
  }

  async setVisibility(actor: Actor, id: string, shown: boolean): Promise<ProjectView> {
    return this.db.transaction(async (tx) => {
      const project = await this.read(tx, actor, id, projectsPolicy.setProjectVisibility);
      if (shown) authorise(projectsPolicy.showProject, actor, scopeOf(project));
      refuse(shown ? whyNotShow(project) : null);
      if (project.public === shown) return this.present(actor, project);
      if (!(await showProject(tx, project, shown, this.clock.now()))) throw await this.changedMeanwhile(tx, id, project.version);
      await this.tell(tx, actor, thingOf(project), { action: shown ? 'show' : 'hide', version: project.version, ...stays(project) });
      return this.viewOf(tx, actor, id);
    });
  }

  async history(actor: Actor, id: string, search: HistorySearch): Promise<ProjectHistory> {
    await this.read(this.db.manager, actor, id, projectsPolicy.listProjectHistory);
    return toPage(await readHistory(this.db.manager, id, search), search.limit, (line) => [line.id]);
  }

  /** An organisation's own list; whoever calls has decided that the reader may see it. */
  async ofOrganisation(organisationId: string, search: SavedProjectSearch): Promise<{ items: SavedProject[]; next: string | null }> {
    const rows = await listOfOrganisation(this.db.manager, organisationId, search);
    const page = toPage(rows, search.limit, ({ key, id }) => [key, id]);
    return { items: page.items.map(toSaved), next: page.next };
  }

  private async move(actor: Actor, id: string, action: HolderAction, line: Permission, closing: CloseProject | null): Promise<ProjectView> {
    return this.db.transaction(async (tx) => {
      const project = await this.read(tx, actor, id, line);
      refuse(whyNotMove(action, project));
      const toState = nextProjectState(project.state, action) as ProjectState;
      if (!(await moveProject(tx, project, toState, closing, this.clock.now()))) throw await this.changedMeanwhile(tx, id, project.version);
      const said = { reason: closing?.reason ?? null, note: closing?.note ?? null };
      await this.tell(tx, actor, thingOf(project), { action, version: project.version, fromState: project.state, toState, ...said });
      return this.viewOf(tx, actor, id);
    });
  }

  private async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<ProjectRecord> {
    const project = await findProject(tx, id);
    if (project === null) throw problem('not-found');
    authorise(project.seenByAll ? line : { ...line, hidden: true }, actor, scopeOf(project));
    return project;
  }

  private async viewOf(tx: EntityManager, actor: Actor, id: string): Promise<ProjectView> {
    const project = await findProject(tx, id);
    if (project === null) throw problem('not-found');
    return this.present(actor, project);
  }

  private present(actor: Actor | null, project: ProjectRecord): ProjectView {
    const refusalOf = (line: Permission) => whyNotAllowed(line, actor, scopeOf(project));
    return toView(project, actionsOn(project, refusalOf), refusalOf(projectsPolicy.readPrivatePart) === null);
  }

  /** What the others changed since the version this person had read, so that nothing of either is lost. */
  private async changedMeanwhile(tx: EntityManager, id: string, version: number) {
    const [now, edits] = [await findProject(tx, id), await editsSince(tx, id, version)];
    const changes = mergeChanges(edits) as never;
    return problem('changed-meanwhile', { facts: { version: now?.version ?? null, state: now?.state ?? null, changes } });
  }

  /** History for members, announcement for those who react, journal for proof: in the transaction of the change, the journal last. */
  private async tell(
    tx: EntityManager,
    actor: Actor,
    { id, organisationId }: { id: string; organisationId: string },
    act: Act,
  ): Promise<void> {
    await addHistory(tx, { ...act, id: this.ids.next(), projectId: id, at: this.clock.now(), accountId: actor.accountId });
    await this.jobs.enqueue(tx, projectChanged, { projectId: id }, { key: id });
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: actor.accountId },
      action: `${act.action}-project`,
      thing: { kind: 'project', id },
      organisationId,
      from: act.fromState,
      to: act.toState,
      why: act.reason ?? null,
      facts: { version: act.version, fields: (act.changes ?? []).map(({ field }) => field) },
    });
  }
}

const scopeOf = ({ organisation }: ProjectRecord) => ({ organisationId: organisation.id });
const thingOf = ({ id, organisation }: ProjectRecord) => ({ id, organisationId: organisation.id });
const stays = ({ state }: ProjectRecord) => ({ fromState: state, toState: state });

function refuse(reason: ProjectRefusal | null): void {
  if (reason !== null) throw problem(reason);
}
