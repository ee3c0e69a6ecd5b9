import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../../../config.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { visitCalendar, visitorsCsv } from './visit.files.js';
import { visitsPolicy } from './visits.policy.js';
import { VisitsService } from './visits.service.js';

/** A visit for a calendar, its visitors for a spreadsheet. */
@Injectable()
export class VisitFiles {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly visits: VisitsService,
  ) {}

  async calendar(callId: string, visitId: string): Promise<string> {
    const call = await this.visits.seen(this.db.manager, callId);
    const { startsAt, endsAt, meeting, reason } = await this.visits.of(this.db.manager, callId, visitId);
    const hours = { id: visitId, startsAt, endsAt, at: this.clock.now() };
    const page = `${this.config.publicUrl}/appels/${callId}`;
    return visitCalendar({ ...hours, title: call.content.title, meeting, page, isCancelled: reason !== null }, currentLanguage());
  }

  async csv(actor: Actor, callId: string, visitId: string): Promise<string> {
    const { items } = await this.visits.visitors(actor, callId, visitId, visitsPolicy.exportVisitors);
    return visitorsCsv(items, currentLanguage());
  }
}
