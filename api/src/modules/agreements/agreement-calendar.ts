import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { SiteAgreements } from '../sites/life/site-agreements.js';
import { AgreementActs } from './agreement-acts.js';
import { isOver, reminderDue } from './agreement.rules.js';
import { dayOf, reportsDue, stateOf, timesOf } from './agreement.view.js';
import { type AgreementRecord, type CalendarNews, findAgreement, keepTold, lockAgreement, signedAgreements } from './agreements.queries.js';

const MORNING_HOUR = 8;

/**
 * What the days of signed agreements call for, told each once to both sides: the start, reminders before the end and never after, reports
 * awaited, the end. The state itself is the clock's: a late worker delays letters, nothing else.
 */
@Injectable()
export class AgreementCalendar implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly acts: AgreementActs,
    private readonly places: SiteAgreements,
  ) {}

  onModuleInit(): void {
    this.jobs.dailyInParis('follow-agreements', MORNING_HOUR, () => this.follow());
  }

  /** May run twice: what was told is written down with what it was about. */
  async follow(): Promise<void> {
    for (const { id } of await signedAgreements(this.db.manager)) {
      await this.db.transaction(async (tx) => {
        await lockAgreement(tx, id);
        const agreement = await findAgreement(tx, id);
        if (agreement?.state === 'signed') await this.followOne(tx, agreement);
      });
    }
  }

  private async followOne(tx: EntityManager, agreement: AgreementRecord): Promise<void> {
    const today = dayOf(this.clock.now());
    const state = stateOf(agreement, today);
    const { startsOn, endsOn } = timesOf(agreement);
    if (state === 'signed' || startsOn === null) return;
    if (isOver(state)) {
      await this.tell(tx, agreement, 'over', agreement.leavesOn ?? endsOn ?? today);
      return;
    }
    if (await this.tell(tx, agreement, 'started', startsOn)) await this.places.moveIn(tx, null, agreement.place.id);
    const months = reminderDue(timesOf(agreement), today);
    if (months !== null && endsOn !== null) await this.tell(tx, agreement, `reminder_${months}`, endsOn);
    for (const report of reportsDue(agreement, today)) {
      if (report.state === 'due') await this.tell(tx, agreement, 'report_due', report.dueBy);
    }
  }

  /** @returns whether it is news */
  private async tell(tx: EntityManager, agreement: AgreementRecord, news: CalendarNews, day: string): Promise<boolean> {
    if (!(await keepTold(tx, agreement.id, news, day, this.clock.now()))) return false;
    const state = stateOf(agreement, dayOf(this.clock.now()));
    await this.acts.tell(tx, null, agreement, { action: news, fromState: state, toState: state, news, day, facts: { day } });
    return true;
  }
}
