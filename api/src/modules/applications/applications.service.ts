import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { applied, changesBetween, crossings, type FieldChange, type Fields, mergeChanges } from '../../platform/field-changes.js';
import { toPage } from '../../platform/http/cursor.js';
import { type Fault, problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { fits, isBlank, questionsOf } from '../calls/form/question.rules.js';
import type { Answers } from '../calls/form/question.schemas.js';
import { ApplicationActs } from './application-acts.js';
import { carriedFromApplication, carriedFromProject } from './application.beginning.js';
import { isToBeAnswered, whyNotWrite } from './application.rules.js';
import { findBeginning, projectToCarry } from './application-beginning.queries.js';
import {
  asCorrectable,
  formOf,
  openFields,
  readerOf,
  scopeOf,
  targetOf,
  timesOf,
  toApplicationView,
  toSummary,
} from './application.view.js';
import { applicationsPolicy } from './applications.policy.js';
import * as rows from './applications.queries.js';
import type { ApplicationRecord } from './applications.queries.js';
import type {
  ApplicationHistory,
  ApplicationHistorySearch,
  ApplicationPage,
  ApplicationSearch,
  ApplicationView,
  CreateApplication,
  UpdateApplication,
} from './applications.schemas.js';
import { closedFields } from './correction.rules.js';
import { INTEREST_FORM } from './interest.form.js';

const MESSAGES = {
  question: said('cette question n’est pas dans le formulaire', 'this question is not in the form'),
  shape: said('cette réponse n’a pas la forme attendue', 'this answer does not have the expected shape'),
  file: said('ce fichier n’est pas dans le dossier', 'this document is not in the file'),
  lot: said('ce lieu n’est pas dans l’appel', 'this place is not in the call'),
};

/** Files written by an organisation in answer to a call, or to ask for a place. */
@Injectable()
export class ApplicationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: ApplicationActs,
  ) {}

  async create(actor: Actor, input: CreateApplication): Promise<ApplicationView> {
    const { organisationId, projectId = null, fromApplicationId } = input;
    authorise(applicationsPolicy.createApplication, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const beginning = await findBeginning(tx, input);
      const { call = null, site = null } = beginning ?? {};
      if (beginning === null || (call === null && site === null)) throw problem('not-found');
      if (beginning.kind !== 'ess') throw problem('ess-organisations-only');
      if ((call?.organisationId ?? site?.organisationId) === organisationId) throw problem('own-call');
      if (call !== null && !isToBeAnswered(timesOf(call), this.clock.now())) throw problem('call-ended');
      if (site !== null && whyNotWrite('filed', { call: null, siteState: site.state }, this.clock.now()) !== null)
        throw problem('place-not-on-offer');
      const form = call?.form ?? INTEREST_FORM;
      const project = projectId === null ? null : await projectToCarry(tx, projectId, organisationId);
      const earlier =
        fromApplicationId === undefined ? null : await this.read(tx, actor, fromApplicationId, applicationsPolicy.getApplication);
      if (projectId !== null && project === null) throw problem('not-found');
      const carried = [
        ...(project === null ? [] : [carriedFromProject(form, project)]),
        ...(earlier === null ? [] : [carriedFromApplication(form, earlier)]),
      ];
      const id = this.ids.next();
      await rows.insertApplication(tx, {
        id,
        callId: call?.id ?? null,
        siteId: site?.id ?? null,
        organisationId,
        projectId,
        title: project?.name ?? earlier?.title ?? call?.title ?? site?.name ?? '',
        answers: Object.assign({}, ...carried.map(({ answers }) => answers)) as Answers,
        // The only place there is needs no choice.
        lots: call?.lots.length === 1 ? call.lots.map((lot) => lot.id) : [],
        sources: Object.assign({}, ...carried.map(({ sources }) => sources)) as ApplicationRecord['sources'],
        form: site === null ? null : INTEREST_FORM,
        at: this.clock.now(),
      });
      const application = await this.find(tx, id);
      await this.acts.tell(tx, actor, application, { action: 'create', version: 1, fromState: null, toState: 'draft' });
      return this.present(actor, application, 'member');
    });
  }

  async get(actor: Actor, id: string): Promise<ApplicationView> {
    const application = await this.find(this.db.manager, id);
    const reader = readerOf(actor, application, this.clock.now());
    if (reader === null) authorise(applicationsPolicy.getApplication, actor, scopeOf(application));
    return this.present(actor, application, reader ?? 'member');
  }

  async ofOrganisation(actor: Actor, organisationId: string, search: ApplicationSearch): Promise<ApplicationPage> {
    authorise(applicationsPolicy.listOrganisationApplications, actor, { organisationId });
    const found = await rows.applicationsOfOrganisation(this.db.manager, organisationId, search);
    return this.page(found, search);
  }

  /** What co-editors wrote in other answers meanwhile is kept; what they wrote in the same one is shown to whoever comes second. */
  async update(actor: Actor, id: string, { version, answers, lots }: UpdateApplication): Promise<ApplicationView> {
    return this.db.transaction(async (tx) => {
      const application = await this.read(tx, actor, id, applicationsPolicy.updateApplication);
      const why = whyNotWrite(application.state, targetOf(application), this.clock.now());
      if (why !== null) throw problem(why, { facts: { state: application.state } });
      this.refuseUnfit(application, { version, answers, lots });
      const given = givenFields(answers, lots);
      const crossed = version === application.version ? [] : crossings(given, mergeChanges(await rows.answersSince(tx, id, version)));
      if (crossed.length > 0 || version > application.version) throw changedMeanwhile(application, crossed);
      const before = fieldsOf(application);
      const after = applied(before, given);
      const changes = changesBetween(before, after);
      if (changes.length === 0) return this.present(actor, application, 'member');
      const open = openFields(application);
      const closed = open === null ? [] : closedFields(changes, open);
      if (closed.length > 0) throw problem('answer-not-reopened', { facts: { fields: closed } });
      const written = { ...contentOf(after), sources: sourcesLeft(application, changes) };
      if (!(await rows.writeAnswers(tx, application, written, this.clock.now()))) throw problem('changed-meanwhile');
      const { state } = application;
      await this.acts.tell(tx, actor, application, {
        action: 'edit',
        version: application.version + 1,
        fromState: state,
        toState: state,
        changes,
      });
      return this.present(actor, await this.find(tx, id), 'member');
    });
  }

  async history(actor: Actor, id: string, search: ApplicationHistorySearch): Promise<ApplicationHistory> {
    await this.read(this.db.manager, actor, id, applicationsPolicy.listApplicationHistory);
    return toPage(await rows.readApplicationHistory(this.db.manager, id, search), search.limit, (line) => [line.id]);
  }

  async find(tx: EntityManager, id: string): Promise<ApplicationRecord> {
    const application = await rows.findApplication(tx, id);
    if (application === null) throw problem('not-found');
    return asCorrectable(application);
  }

  /** For the acts on a file: read, and may this person? @throws Problem */
  async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<ApplicationRecord> {
    const application = await this.find(tx, id);
    authorise(line, actor, scopeOf(application));
    return application;
  }

  present(actor: Actor, application: ApplicationRecord, reader: 'member' | 'owner'): ApplicationView {
    return toApplicationView(actor, application, reader, this.clock.now());
  }

  page(found: readonly ApplicationRecord[], { limit }: ApplicationSearch): ApplicationPage {
    const { items, next } = toPage(found, limit, ({ key, id }) => [key, id]);
    return { items: items.map((application) => toSummary(application, this.clock.now())), next };
  }

  /** A wrong value is kept and told; a value of another shape, or about another form, is nobody's answer. */
  private refuseUnfit(application: ApplicationRecord, { answers = {}, lots = [] }: UpdateApplication): void {
    const questions = new Map(questionsOf(formOf(application)).map((question) => [question.id, question]));
    const files = new Set(application.files.map(({ id }) => id));
    const errors = Object.entries(answers).flatMap(([id, value]): Fault[] => {
      const question = questions.get(id);
      const fault = (message: () => string): Fault[] => [{ in: 'body', pointer: `/answers/${id}`, message: message() }];
      if (question === undefined) return fault(MESSAGES.question.error);
      if (value === null) return [];
      if (!fits(question, value)) return fault(MESSAGES.shape.error);
      return question.kind === 'file' && !(value as string[]).every((file) => files.has(file)) ? fault(MESSAGES.file.error) : [];
    });
    const offered = application.call?.lots ?? [];
    const foreign = lots.findIndex((lot) => !offered.some(({ id }) => id === lot));
    if (foreign >= 0) errors.push({ in: 'body', pointer: `/lots/${foreign}`, message: MESSAGES.lot.error() });
    if (errors.length > 0) throw problem('invalid-input', { errors });
  }
}

/** Each answer is one field, and so are the places wished. */
function fieldsOf({ answers, lots }: Pick<ApplicationRecord, 'answers' | 'lots'>): Fields {
  const said = Object.entries(answers).map(([id, value]) => [`answers.${id}`, value] as const);
  return new Map<string, unknown>([...said, ...(lots.length > 0 ? [['lots', lots] as const] : [])]);
}

function givenFields(answers: UpdateApplication['answers'], lots: UpdateApplication['lots']): Fields {
  const given = Object.entries(answers ?? {}).map(([id, value]) => [`answers.${id}`, isBlank(value) ? null : value] as const);
  return new Map<string, unknown>([...given, ...(lots === undefined ? [] : [['lots', lots.length === 0 ? null : lots] as const])]);
}

function contentOf(fields: Fields): Pick<ApplicationRecord, 'answers' | 'lots'> {
  const said = [...fields].filter(([path]) => path.startsWith('answers.')).map(([path, value]) => [path.slice('answers.'.length), value]);
  return { answers: Object.fromEntries(said) as Answers, lots: (fields.get('lots') ?? []) as string[] };
}

/** What somebody has rewritten no longer comes from elsewhere. */
function sourcesLeft({ sources }: ApplicationRecord, changes: readonly FieldChange[]): ApplicationRecord['sources'] {
  const rewritten = new Set(changes.map(({ field }) => field.slice('answers.'.length)));
  return Object.fromEntries(Object.entries(sources).filter(([id]) => !rewritten.has(id)));
}

export function changedMeanwhile({ version, state }: ApplicationRecord, changes: readonly FieldChange[]) {
  return problem('changed-meanwhile', { facts: { version, state, changes: changes as never } });
}
