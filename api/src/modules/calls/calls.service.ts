import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { applied, changesBetween, crossings, type FieldChange, type Fields, mergeChanges } from '../../platform/field-changes.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { questionsOfCall } from './call-questions.queries.js';
import { CallActs } from './call-acts.js';
import { whyNotEditCall } from './call.rules.js';
import { CALL_FIELDS, type CallContent, type UpdateCall } from './call.schemas.js';
import { CALL_STARTS } from './call.templates.js';
import { isSeenByAll, lineFor, scopeOf, stateOf, toCallView } from './call.view.js';
import { callsPolicy } from './calls.policy.js';
import * as rows from './calls.queries.js';
import type { CallRecord } from './calls.queries.js';
import type { CallHistory, CallHistorySearch, CallPage, CallSearch, CallView, CreateCall, KeptCallSearch } from './calls.schemas.js';

const notYours = said('ce lieu n’est pas tenu par votre organisation', 'this place is not kept by your organisation');
const unknownTerritory = said('territoire inconnu', 'unknown territory');

/** Calls written by their owner, and read: by its members as drafts, by everyone once they are published. */
@Injectable()
export class CallsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: CallActs,
    private readonly legalSteps: LegalSteps,
  ) {}

  async create(actor: Actor, { template, ...input }: CreateCall): Promise<CallView> {
    return this.db.transaction(async (tx) =>
      this.present(tx, actor, await this.begin(tx, actor, { ...input, start: CALL_STARTS[template] })),
    );
  }

  /** A draft that starts from these questions, in the caller's transaction. */
  async begin(
    tx: EntityManager,
    actor: Actor,
    { organisationId, title, start, lots }: Omit<CreateCall, 'template'> & { readonly start: (typeof CALL_STARTS)['blank'] },
  ): Promise<CallRecord> {
    authorise(callsPolicy.createCall, actor, { organisationId });
    const kind = await rows.organisationKind(tx, organisationId);
    if (kind === null) throw problem('not-found');
    if (kind !== 'public_owner') throw problem('public-owners-only');
    const id = this.ids.next();
    const content: CallContent = { ...BLANK, ...start, title, lots: [...new Set(lots)] };
    await this.refuseForeign(tx, organisationId, content, ['lots']);
    await rows.insertCall(tx, { id, organisationId, content, at: this.clock.now() });
    const call = await this.find(tx, id);
    await this.acts.tell(tx, actor, call, { action: 'create', version: 1, fromState: null, toState: 'draft' });
    return call;
  }

  async get(actor: Actor | null, id: string): Promise<CallView> {
    const call = await this.find(this.db.manager, id);
    if (!isSeenByAll(call)) {
      if (actor === null) throw problem('not-found');
      authorise({ ...callsPolicy.readCallDraft, hidden: true }, actor, scopeOf(call));
    }
    return this.present(this.db.manager, actor, call);
  }

  async search(search: CallSearch): Promise<CallPage> {
    const found = await rows.searchCalls(this.db.manager, search, this.clock.now());
    return toPage(found, search.limit, ({ key, id }) => [key, id]);
  }

  async ofOrganisation(actor: Actor, organisationId: string, search: KeptCallSearch): Promise<CallPage> {
    authorise(callsPolicy.listOrganisationCalls, actor, { organisationId });
    const found = await rows.callsOfOrganisation(this.db.manager, organisationId, search, this.clock.now());
    return toPage(found, search.limit, ({ key, id }) => [key, id]);
  }

  /** What colleagues changed in other parts meanwhile is kept; what they changed in the same part is shown to whoever comes second. */
  async update(actor: Actor, id: string, { version, ...edit }: UpdateCall): Promise<CallView> {
    return this.db.transaction(async (tx) => {
      const call = await this.read(tx, actor, id, callsPolicy.updateCall);
      const why = whyNotEditCall(stateOf(call, this.clock.now()));
      if (why !== null) throw problem(why);
      const given = fieldsOf(edit);
      const crossed = version === call.version ? [] : crossings(given, mergeChanges(await rows.callEditsSince(tx, id, version)));
      if (crossed.length > 0 || version > call.version) throw changedMeanwhile(call, crossed);
      const before = fieldsOf(call.content);
      const content = settled(contentOf(applied(before, given)));
      const changes = changesBetween(before, fieldsOf(content));
      if (changes.length === 0) return this.present(tx, actor, call);
      await this.refuseForeign(tx, call.organisation.id, content, [...given.keys()]);
      if (!(await rows.writeCall(tx, call, content, this.clock.now()))) throw problem('changed-meanwhile');
      await this.acts.tell(tx, actor, call, { action: 'edit', version: call.version + 1, fromState: 'draft', toState: 'draft', changes });
      return this.present(tx, actor, await this.find(tx, id));
    });
  }

  async history(actor: Actor, id: string, search: CallHistorySearch): Promise<CallHistory> {
    await this.read(this.db.manager, actor, id, callsPolicy.listCallHistory);
    return toPage(await rows.readCallHistory(this.db.manager, id, search), search.limit, (line) => [line.id]);
  }

  /** For the acts on a call, in this module and in those above: read, and may this person? @throws Problem */
  async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<CallRecord> {
    const call = await this.find(tx, id);
    authorise(lineFor(line, call), actor, scopeOf(call));
    return call;
  }

  async find(tx: EntityManager, id: string): Promise<CallRecord> {
    const call = await rows.findCall(tx, id);
    if (call === null) throw problem('not-found');
    return call;
  }

  async present(tx: EntityManager, actor: Actor | null, call: CallRecord): Promise<CallView> {
    const lots = await rows.lotsOf(tx, call.content.lots);
    const extensions = await rows.extensionsOf(tx, call.id);
    const questions = await questionsOfCall(tx, call.id);
    const legal = await this.legalSteps.whyNot(tx, { callId: call.id, act: 'publish_call' });
    return toCallView(actor, call, { lots, extensions, questions, legal }, this.clock.now());
  }

  /** A call is about its owner's own places, in a territory that exists. */
  private async refuseForeign(
    tx: EntityManager,
    organisationId: string,
    { lots, territoryId, opensAt, firstStep, firstClosesAt, closesAt }: CallContent,
    fields: readonly string[],
  ): Promise<void> {
    const kept = fields.includes('lots') ? await rows.lotsOf(tx, lots) : [];
    const isOurs = (id: string) => kept.some((lot) => lot.id === id && lot.keeperId === organisationId);
    const foreign = fields.includes('lots') ? lots.findIndex((id) => !isOurs(id)) : -1;
    const errors = [
      ...(foreign >= 0 ? [{ in: 'body' as const, pointer: `/lots/${foreign}`, message: notYours.error() }] : []),
      ...(fields.includes('territoryId') && territoryId !== null && !(await rows.territoryExists(tx, territoryId))
        ? [{ in: 'body' as const, pointer: '/territoryId', message: unknownTerritory.error() }]
        : []),
      ...(opensAt !== null && closesAt !== null && opensAt >= closesAt
        ? [{ in: 'body' as const, pointer: fields.includes('closesAt') ? '/closesAt' : '/opensAt', message: crossedTimes.error() }]
        : []),
      ...(firstStep !== null && firstClosesAt !== null && opensAt !== null && opensAt >= firstClosesAt
        ? [{ in: 'body' as const, pointer: '/firstClosesAt', message: crossedTimes.error() }]
        : []),
      ...(firstStep !== null && firstClosesAt !== null && closesAt !== null && firstClosesAt >= closesAt
        ? [{ in: 'body' as const, pointer: fields.includes('closesAt') ? '/closesAt' : '/firstClosesAt', message: crossedSteps.error() }]
        : []),
    ];
    if (errors.length > 0) throw problem('invalid-input', { errors });
  }
}

const crossedTimes = said('la clôture doit venir après l’ouverture', 'closing must come after opening');

const crossedSteps = said('la seconde étape doit se clore après la première', 'the second step must close after the first');

const BLANK = {
  summary: null,
  description: null,
  territoryId: null,
  opensAt: null,
  firstClosesAt: null,
  closesAt: null,
  firstStep: null,
  jury: { members: [], quorum: null },
  shown: { jury: true, ranking: false, applicants: 'count' },
  contact: null,
} as const satisfies Partial<CallContent>;

/** Each part of a call is one field; null and absent are told apart by the edit, not by what is stored. */
function fieldsOf(content: Partial<Record<keyof CallContent, unknown>>): Fields {
  return new Map(CALL_FIELDS.flatMap((field) => (content[field] === undefined ? [] : [[field, content[field]] as const])));
}

function contentOf(fields: Fields): CallContent {
  return Object.fromEntries(CALL_FIELDS.map((field) => [field, fields.get(field) ?? null])) as unknown as CallContent;
}

/** In one step there is no first closing. */
function settled(content: CallContent): CallContent {
  return content.firstStep === null ? { ...content, firstClosesAt: null } : content;
}

function changedMeanwhile({ version, state }: CallRecord, changes: readonly FieldChange[]) {
  return problem('changed-meanwhile', { facts: { version, state, changes: changes as never } });
}
