import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { isReadByOwner } from '../applications/application.rules.js';
import { targetOf } from '../applications/application.view.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { ReadingBars } from '../applications/reading-bars.js';
import { Inbox } from '../inbox/inbox.js';
import { type MessageSide, type Thread, whyNotCloseMessages, whyNotWriteMessage } from './message.rules.js';
import { messagesPolicy } from './messages.policy.js';
import * as rows from './messages.queries.js';
import type { CloseMessages, ReadMessages, SendMessage, ThreadSearch, ThreadView, UnreadMessages } from './messages.schemas.js';

type Application = Awaited<ReturnType<ApplicationsService['find']>>;
const foreignFile = said('ce document n’est pas joignable à ce message', 'this document cannot go with this message');

/** What one person sees of a thread: the file, on which side they stand, and what may be done with it. */
export interface Standing {
  readonly application: Application;
  readonly side: MessageSide;
  readonly thread: Thread;
}

/** The thread of a file: applicant and owner write to one another, nothing is changed, everything stays. */
@Injectable()
export class MessagesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly applications: ApplicationsService,
    private readonly inbox: Inbox,
    private readonly bars: ReadingBars,
  ) {}

  async list(actor: Actor, id: string, search: ThreadSearch): Promise<ThreadView> {
    return this.present(this.db.manager, actor, await this.stand(this.db.manager, actor, id, messagesPolicy.listMessages), search);
  }

  async send(actor: Actor, id: string, { text, files }: SendMessage): Promise<ThreadView> {
    return this.db.transaction(async (tx) => {
      const standing = await this.stand(tx, actor, id, messagesPolicy.sendMessage);
      this.refuse(whyNotWriteMessage(standing.thread));
      const { side, application } = standing;
      const mine = side === 'applicant' ? application.organisation : application.owner;
      const role = actor.memberships.find(({ organisationId }) => organisationId === mine.id)?.role ?? 'reader';
      const line = { id: this.ids.next(), applicationId: id, side, accountId: actor.accountId, organisationId: mine.id, role };
      const message = { ...line, text, at: this.clock.now() };
      await rows.insertMessage(tx, message);
      if ((await rows.attachFiles(tx, message, files)) !== files.length)
        throw problem('invalid-input', { errors: [{ in: 'body', pointer: '/files', message: foreignFile.error() }] });
      await this.tellTheOthers(tx, standing, message.id, mine.name);
      await this.record(tx, actor, standing, 'send-message', { message: message.id, files: files.length });
      return this.present(tx, actor, standing, { limit: 20 });
    });
  }

  async read(actor: Actor, id: string, { until }: ReadMessages): Promise<UnreadMessages> {
    return this.db.transaction(async (tx) => {
      const { side } = await this.stand(tx, actor, id, messagesPolicy.readMessages);
      await rows.readUntil(tx, id, actor.accountId, until);
      await this.inbox.seen(tx, { accountId: actor.accountId, kind: 'message_received', thingId: id });
      return { unread: await rows.countUnreadMessages(tx, id, actor.accountId, side) };
    });
  }

  /** The owner's act: an applicant may always write while something is to be decided. */
  async close(actor: Actor, id: string, { closed }: CloseMessages): Promise<ThreadView> {
    return this.db.transaction(async (tx) => {
      const standing = await this.stand(tx, actor, id, messagesPolicy.closeMessages);
      const { application, side, thread } = standing;
      if (side !== 'owner') authorise({ ...messagesPolicy.closeMessages, hidden: true }, actor, { organisationId: application.owner.id });
      this.refuse(whyNotCloseMessages(thread));
      if (closed) await rows.closeThread(tx, id, actor.accountId, this.clock.now());
      else await rows.openThread(tx, id);
      if (closed !== thread.isClosed) await this.record(tx, actor, standing, closed ? 'close-messages' : 'open-messages', {});
      return this.present(tx, actor, { ...standing, thread: { ...thread, isClosed: closed } }, { limit: 20 });
    });
  }

  /** Finds the file and the side; who has none may not know that there is a thread. @throws Problem */
  async stand(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<Standing> {
    const application = await this.applications.find(tx, id);
    const { state, organisation, owner, lastFiling } = application;
    const isRead = isReadByOwner(state, lastFiling?.sequence ?? 0, targetOf(application), this.clock.now());
    const may = (organisationId: string) => whyNotAllowed(line, actor, { organisationId }) === null;
    const side = !may(organisation.id) && isRead && may(owner.id) ? 'owner' : 'applicant';
    if (side === 'applicant') authorise(line, actor, { organisationId: organisation.id });
    else await this.bars.refuse(tx, actor, id);
    return { application, side, thread: { state, isRead, isClosed: (await rows.closedAt(tx, id)) !== null } };
  }

  private refuse(why: ReturnType<typeof whyNotWriteMessage>): void {
    if (why !== null) throw problem(why);
  }

  private async tellTheOthers(tx: EntityManager, { application, side }: Standing, messageId: string, who: string): Promise<void> {
    const { id, organisation, owner, title } = application;
    const isToOwner = side === 'applicant';
    await this.inbox.tell(tx, {
      kind: 'message_received',
      accounts: await this.inbox.writersOf(tx, isToOwner ? owner.id : organisation.id),
      thing: { id, name: title },
      path: isToOwner ? `/instruction/${id}` : `/mes-candidatures/${id}`,
      dedupeKey: `message-${messageId}`,
      facts: { who },
    });
  }

  /** What was written stays out: the journal cannot forget. */
  private async record(
    tx: EntityManager,
    actor: Actor,
    { application: { id, organisation, owner, state }, side }: Standing,
    action: string,
    facts: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    const organisationId = side === 'applicant' ? organisation.id : owner.id;
    const thing = { kind: 'application', id };
    await this.journal.recordAct(tx, {
      ...{ actor: { kind: 'person', id: actor.accountId }, action, thing, organisationId },
      ...{ from: state, to: state, why: null, facts },
    });
  }

  private async present(
    tx: EntityManager,
    actor: Actor,
    { application, side, thread }: Standing,
    { cursor, limit }: ThreadSearch,
  ): Promise<ThreadView> {
    const found = await rows.messagesOf(tx, application.id, cursor?.[0] ?? null, limit);
    const { items, next } = toPage(found, limit, ({ id }) => [id]);
    const mine = side === 'applicant' ? application.organisation.id : application.owner.id;
    const refusal = (line: Permission) => whyNotAllowed(line, actor, { organisationId: mine });
    return {
      items: items.map(({ accountId, ...message }) => ({ ...message, mine: accountId === actor.accountId })),
      next,
      side,
      unread: await rows.countUnreadMessages(tx, application.id, actor.accountId, side),
      closedAt: (await rows.closedAt(tx, application.id))?.toISOString() ?? null,
      actions: {
        sendMessage: refusal(messagesPolicy.sendMessage) ?? whyNotWriteMessage(thread),
        closeMessages: side === 'owner' ? (refusal(messagesPolicy.closeMessages) ?? whyNotCloseMessages(thread)) : 'not-yours',
      },
    };
  }
}
