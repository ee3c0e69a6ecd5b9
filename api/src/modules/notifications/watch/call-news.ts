import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { callTold, callToldKey } from '../../calls/calls.events.js';
import { type NoticeKindName, topicsOf } from '../notice.kinds.js';
import { lookAtCall, toldByInbox, toldByLetter } from './calls.queries.js';
import { addNotice } from './known-facts.queries.js';
import { noticeGiven } from './notice.events.js';

/** News of calls: a call says itself what happened, since what is published of it does not change otherwise. */
@Injectable()
export class CallNewsWriter implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(callTold, 'notice', ({ callId, historyId, what }) => this.write(callId, historyId, `call_${what}`));
  }

  private async write(callId: string, historyId: string, kind: NoticeKindName): Promise<void> {
    await this.db.transaction(async (tx) => {
      const call = await lookAtCall(tx, callId, historyId, this.clock.now());
      if (call === null) return;
      const { name, of, closesAt, step, organisationId, siteIds } = call;
      const id = this.ids.next();
      const touched = { call: callId, organisation: organisationId };
      const topics = [...topicsOf(kind, touched), ...siteIds.flatMap((place) => topicsOf(kind, { place }))];
      const facts = { name, of, changes: [], closesAt, ...(step === null ? {} : { step }) };
      const notice = { id, kind, thingId: callId, at: this.clock.now(), facts, topics };
      if (!(await addNotice(tx, { ...notice, eventKey: `${kind}-${historyId}` }))) return;
      // One letter: those who prepare a file for the call are told in their own name.
      const event = { noticeId: id, callId, historyId, key: callToldKey(historyId), at: notice.at };
      if (kind === 'call_results') await toldByLetter(tx, event);
      if (kind !== 'call_published') await toldByInbox(tx, event);
      await this.jobs.enqueue(tx, noticeGiven, { noticeId: id });
    });
  }
}
