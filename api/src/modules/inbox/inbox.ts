import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';
import { inboxLetterDue } from './inbox-letters.js';
import { InboxLinks, type WaysOut } from './inbox-links.js';
import { channelsOf, inboxKind, type InboxFacts, type InboxKind } from './inbox.kinds.js';
import { type Addressee, addressees, insertNotice, markSeen, standForEarlier, writersOf } from './inbox.queries.js';

export interface Telling<Values extends object> {
  readonly kind: InboxKind;
  /** Whom; an account named twice, or gone, does no harm. */
  readonly accounts: readonly string[];
  /** What it is about: notices of one kind about one thing collapse. */
  readonly thing: { readonly id: string; readonly name: string };
  /** The page where it leads, `/mes-candidatures/…`. */
  readonly path: string;
  /** Names the event, ids only: nobody is told twice under one key. */
  readonly dedupeKey: string;
  readonly facts?: InboxFacts;
  /** A letter of its own, that leaves at once, instead of the common one that gathers what happened. */
  readonly letter?: { readonly template: MailTemplate<Values>; readonly values: (waysOut: WaysOut) => Values };
}

/**
 * Tells people of what happened: a notice on the site and a letter, as each has chosen for this kind (docs/adr/0074).
 * @example await inbox.tell(tx, { kind: 'application_withdrawn', accounts: await inbox.writersOf(tx, ownerId), thing: { id, name: title },
 *   path: `/instruction/${id}`, dedupeKey: `withdrawn-${id}`, facts: { who: 'Les Clés de Douze' } });
 */
@Injectable()
export class Inbox {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly outbox: MailOutbox,
    private readonly links: InboxLinks,
  ) {}

  /** In the transaction of what happened: told if and only if it did. */
  async tell<Values extends object = never>(tx: EntityManager, telling: Telling<Values>): Promise<void> {
    for (const person of await addressees(tx, telling.accounts, telling.kind)) await this.tellOne(tx, telling, person);
  }

  /** Those who write in the name of an organisation, whoever acts left out: nobody is told of what they did. */
  async writersOf(tx: EntityManager, organisationId: string, except: string | null = null): Promise<string[]> {
    return (await writersOf(tx, organisationId)).filter((accountId) => accountId !== except);
  }

  /** The person has seen the thing itself: its notices of this kind need no more reading, on the site or by e-mail. */
  async seen(tx: EntityManager, { accountId, kind, thingId }: { accountId: string; kind: InboxKind; thingId: string }): Promise<void> {
    await markSeen(tx, accountId, kind, thingId, this.clock.now());
  }

  private async tellOne<Values extends object>(tx: EntityManager, telling: Telling<Values>, person: Addressee): Promise<void> {
    const { kind, thing, path, dedupeKey, facts = {}, letter } = telling;
    const { accountId } = person;
    const { onSite, byEmail } = channelsOf(kind, person.chosen);
    const isMailed = byEmail && person.verified;
    const mail = !isMailed ? 'none' : letter === undefined ? 'waiting' : 'told';
    const line = { id: this.ids.next(), accountId, kind, thingId: thing.id, title: thing.name, facts, path, at: this.clock.now() };
    const notice = { ...line, shown: onSite, mail, dedupeKey } as const;
    if (!(await insertNotice(tx, notice))) return;
    if (onSite && inboxKind(kind).collapses) await standForEarlier(tx, notice);
    if (mail === 'waiting') await this.jobs.enqueue(tx, inboxLetterDue, { accountId }, { key: accountId });
    if (mail !== 'told' || letter === undefined) return;
    await this.outbox.send(tx, {
      to: person.email,
      language: person.language,
      template: letter.template,
      values: letter.values(this.links.waysOut(kind, accountId)),
      eventKey: `${dedupeKey}-${accountId}`,
      accountId,
    });
  }
}
