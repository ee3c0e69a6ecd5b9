import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { addSiteHistory, type SiteHistoryLine } from './editing/kept-site.history.queries.js';
import { siteChanged } from './sites.events.js';

type Told = Pick<SiteHistoryLine, 'action' | 'version' | 'fromState' | 'toState' | 'reason' | 'note' | 'changes'> & {
  readonly facts?: Readonly<Record<string, string>>;
};
interface Place {
  readonly id: string;
  readonly organisation: { readonly id: string } | null;
}

/** Acts whose reason is a word of a list, or a moderator's. */
const PROVEN: readonly string[] = ['close', 'sendBack', 'mergeInto'];

/** History for members, announcement for those who react, journal for proof: in the transaction of the change, the journal last. */
@Injectable()
export class SiteActs {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
  ) {}

  /**
   * @param actor null when nobody acts: it follows from the calendar, or from something else that was decided
   * @returns the line of history, by which the act may be undone
   */
  async tell(tx: EntityManager, actor: Actor | null, { id, organisation }: Place, { facts, ...act }: Told): Promise<string> {
    const line = this.ids.next();
    await addSiteHistory(tx, { ...act, id: line, siteId: id, at: this.clock.now(), accountId: actor?.accountId ?? null });
    await this.jobs.enqueue(tx, siteChanged, { siteId: id }, { key: id });
    await this.journal.recordAct(tx, {
      actor: actor === null ? { kind: 'system', id: null } : { kind: 'person', id: actor.accountId },
      action: `${act.action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-site`,
      thing: { kind: 'site', id },
      organisationId: organisation?.id ?? null,
      from: act.fromState,
      to: act.toState,
      // Words typed by members stay out: the journal cannot forget.
      why: PROVEN.includes(act.action) ? (act.reason ?? null) : null,
      facts: { ...facts, version: act.version, fields: (act.changes ?? []).map(({ field }) => field) },
    });
    return line;
  }
}
