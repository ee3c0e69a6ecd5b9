import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { forgetBookingsBefore } from './visits.queries.js';

/** Who comes to a visit: theirs alone, gone with their account, and a year after the visit. */
@Injectable()
export class VisitsPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'visits',
      says: { fr: 'les visites que vous avez réservées', en: 'the visits you booked' },
      holds: ['call_visit.account_id', 'call_visit_booking.account_id'],
      export: async (db, accountId) => ({ visits: await listMine(db, accountId) }),
      erase: async (tx, accountId) => {
        await tx.query('delete from call_visit_booking where account_id = $1', [accountId]);
      },
    });
    this.retention.appliedBy('visit_booking', (before) => forgetBookingsBefore(this.db.manager, before));
  }
}

function listMine(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select v.starts_at as "startsAt", v.ends_at as "endsAt", v.meeting, c.title as call, o.name as "inTheNameOf", b.booked_at as "bookedAt", b.attended
    from call_visit_booking b join call_visit v on v.id = b.visit_id join call c on c.id = v.call_id left join organisation o on o.id = b.organisation_id
    where b.account_id = ${accountId} order by v.starts_at`;
}
