import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { AgreementState } from './agreement.rules.js';
import { type AgreementNews, agreementTold } from './agreements.mails.js';
import { addAgreementHistory, type AgreementRecord, correspondentsOf } from './agreements.queries.js';

interface Told {
  readonly action: string;
  readonly fromState: AgreementState | null;
  readonly toState: AgreementState;
  readonly version?: number;
  readonly reason?: string | null;
  readonly fields?: readonly string[];
  readonly facts?: Readonly<Record<string, string | number | null>>;
  /** What both sides are told by mail; nothing when it is no news. */
  readonly news?: AgreementNews;
  readonly day?: string | null;
}

/** History for both sides, mail to both, journal for proof: in the transaction of the change, the journal last. */
@Injectable()
export class AgreementActs {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly outbox: MailOutbox,
  ) {}

  /** @param actor null when nobody acts: the day does */
  async tell(tx: EntityManager, actor: Actor | null, agreement: AgreementRecord, act: Told): Promise<void> {
    const { action, fromState, toState, reason = null, fields = [], version = agreement.version } = act;
    const { id, owner, occupant, place, application } = agreement;
    const historyId = this.ids.next();
    const accountId = actor?.accountId ?? null;
    await addAgreementHistory(tx, {
      ...{ id: historyId, agreementId: id, at: this.clock.now(), accountId },
      ...{ action, version, fromState, toState, reason, fields },
    });
    if (act.news !== undefined) await this.mail(tx, agreement, act.news, { reason, day: act.day ?? null, event: historyId });
    await this.journal.recordAct(tx, {
      actor: actor === null ? { kind: 'system', id: null } : { kind: 'person', id: actor.accountId },
      action: `${action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-agreement`,
      thing: { kind: 'agreement', id },
      organisationId: owner.id,
      from: fromState,
      to: toState,
      // Words typed by members stay out: the journal cannot forget.
      why: null,
      facts: { application: application.id, site: place.id, occupant: occupant.id, version, fields: [...fields], ...act.facts },
    });
  }

  /** To those who write for either organisation, each once. */
  private async mail(
    tx: EntityManager,
    { id, owner, occupant, place }: AgreementRecord,
    news: AgreementNews,
    { reason, day, event }: { readonly reason: string | null; readonly day: string | null; readonly event: string },
  ): Promise<void> {
    const link = `${this.config.publicUrl}/conventions/${id}`;
    const values = { news, place: place.name, owner: owner.name, occupant: occupant.name, reason, day, link };
    const people = [...(await correspondentsOf(tx, owner.id)), ...(await correspondentsOf(tx, occupant.id))];
    for (const { accountId, email, language } of people) {
      const eventKey = `agreement-told-${event}-${accountId}`;
      await this.outbox.send(tx, { to: email, language, template: agreementTold, values, eventKey, accountId });
    }
  }
}
