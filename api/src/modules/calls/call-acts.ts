import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { type CallNews, callTold } from './calls.events.js';
import { addCallHistory, type CallHistoryLine, type CallRecord } from './calls.queries.js';

type Told = Pick<CallHistoryLine, 'action' | 'version' | 'fromState' | 'toState' | 'reason' | 'changes'> & {
  readonly facts?: Readonly<Record<string, string | number>>;
  /** When something else refers to the line of its history. */
  readonly historyId?: string;
};

/** What those who follow a call, or prepare a file for it, are told of. */
const ANNOUNCED: Readonly<Record<string, CallNews>> = {
  publish: 'published',
  extend: 'extended',
  answerQuestion: 'answered',
  cancel: 'cancelled',
  declareUnsuccessful: 'unsuccessful',
  announceShortlist: 'shortlist',
  publishResults: 'results',
};

/** History for members, announcement for those concerned, journal for proof: in the transaction of the change, the journal last. */
@Injectable()
export class CallActs {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
  ) {}

  async tell(tx: EntityManager, actor: Actor, { id, organisation }: Pick<CallRecord, 'id' | 'organisation'>, act: Told): Promise<void> {
    const { facts, historyId = this.ids.next(), ...line } = act;
    await addCallHistory(tx, { ...line, id: historyId, callId: id, at: this.clock.now(), accountId: actor.accountId });
    const what = announcementOf(act);
    if (what !== null) await this.jobs.enqueue(tx, callTold, { callId: id, historyId, what });
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: actor.accountId },
      action: `${act.action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-call`,
      thing: { kind: 'call', id },
      organisationId: organisation.id,
      from: act.fromState,
      to: act.toState,
      // Given to everyone: the reasons of a call are public.
      why: act.reason ?? null,
      facts: { version: act.version, fields: (act.changes ?? []).map(({ field }) => field), ...facts },
    });
  }
}

/** What was never public is news to nobody. */
function announcementOf({ action, fromState }: Told): CallNews | null {
  return fromState === 'draft' && action !== 'publish' ? null : (ANNOUNCED[action] ?? null);
}
