import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { InjectConfig } from '../../platform/config.token.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { calendarOf } from './call.calendar.js';
import { isSeenByAll } from './call.view.js';
import { extensionsOf, findCall } from './calls.queries.js';

/** The calendar file of a published call. */
@Injectable()
export class CallCalendars {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
  ) {}

  async read(id: string): Promise<string> {
    const call = await findCall(this.db.manager, id);
    if (call === null || !isSeenByAll(call)) throw problem('not-found');
    const { content, organisation, state, updatedAt } = call;
    const entry = {
      id,
      title: content.title,
      owner: organisation.name,
      opensAt: new Date(content.opensAt ?? 0),
      firstClosesAt: content.firstClosesAt === null ? null : new Date(content.firstClosesAt),
      closesAt: new Date(content.closesAt ?? 0),
      changedAt: new Date(updatedAt),
      page: `${this.config.publicUrl}/appels/${id}`,
      isCancelled: state === 'cancelled',
      extensions: (await extensionsOf(this.db.manager, id)).length,
    };
    return calendarOf(entry, currentLanguage());
  }
}
