import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { ApplicationFollowers } from './application-followers.js';
import { addApplicationHistory, type ApplicationHistoryLine, type ApplicationRecord } from './applications.queries.js';

type Told = Pick<ApplicationHistoryLine, 'action' | 'version' | 'fromState' | 'toState' | 'reason' | 'changes'> & {
  readonly facts?: Readonly<Record<string, string | number | null>>;
};

/** History for members, journal for proof: in the transaction of the change, the journal last. */
@Injectable()
export class ApplicationActs {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly followers: ApplicationFollowers,
  ) {}

  /** @param actor null when nobody acts: it follows from something else that was decided */
  async tell(tx: EntityManager, actor: Actor | null, application: ApplicationRecord, act: Told): Promise<void> {
    const { id, organisation, call, site } = application;
    const { facts, ...line } = act;
    await addApplicationHistory(tx, {
      ...line,
      id: this.ids.next(),
      applicationId: id,
      at: this.clock.now(),
      accountId: actor?.accountId ?? null,
    });
    await this.followers.tell(tx, actor, application, { action: act.action, reason: act.reason ?? null });
    await this.journal.recordAct(tx, {
      actor: actor === null ? { kind: 'system', id: null } : { kind: 'person', id: actor.accountId },
      action: `${act.action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-application`,
      thing: { kind: 'application', id },
      organisationId: organisation.id,
      from: act.fromState,
      to: act.toState,
      // Words typed by members stay out: the journal cannot forget.
      why: null,
      facts: {
        call: call?.id ?? null,
        site: site?.id ?? null,
        version: act.version,
        fields: (act.changes ?? []).map(({ field }) => field),
        ...facts,
      },
    });
  }
}
