import type { EntityManager } from 'typeorm';
import type { Hours } from './visit.rules.js';
import type { VisitorList } from './visits.schemas.js';

export interface VisitRow extends Hours {
  readonly id: string;
  readonly callId: string;
  readonly meeting: string;
  readonly capacity: number;
  readonly reason: string | null;
  readonly booked: number;
  readonly isMine: boolean;
}
const ROW = `v.id, v.call_id as "callId", v.starts_at as "startsAt", v.ends_at as "endsAt", v.meeting, v.capacity, v.reason,
  (select count(*)::int from call_visit_booking b where b.visit_id = v.id) as booked,
  exists (select 1 from call_visit_booking b where b.visit_id = v.id and b.account_id = $2::uuid) as "isMine"`;

export async function visitsOf(tx: EntityManager, callId: string, accountId: string | null): Promise<VisitRow[]> {
  return tx.query(`select ${ROW} from call_visit v where v.call_id = $1 order by v.starts_at, v.id limit 200`, [callId, accountId]);
}

/** Locked: those who book the last place take turns. */
export async function lockVisit(tx: EntityManager, id: string, accountId: string): Promise<VisitRow | null> {
  await tx.query('select 1 from call_visit where id = $1 for update', [id]);
  const rows: VisitRow[] = await tx.query(`select ${ROW} from call_visit v where v.id = $1`, [id, accountId]);
  return rows[0] ?? null;
}

/** Locks the person, so that two bookings of theirs at once see one another; their other visits to come. */
export async function otherVisitsOf(tx: EntityManager, accountId: string, but: string): Promise<Hours[]> {
  await tx.query('select 1 from account where id = $1 for no key update', [accountId]);
  return tx.query(
    `select v.starts_at as "startsAt", v.ends_at as "endsAt" from call_visit_booking b join call_visit v on v.id = b.visit_id
     where b.account_id = $1 and v.cancelled_at is null and v.id <> $2`,
    [accountId, but],
  );
}

export async function insertVisit(
  tx: EntityManager,
  line: Hours & {
    readonly id: string;
    readonly callId: string;
    readonly meeting: string;
    readonly capacity: number;
    readonly accountId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into call_visit (id, call_id, starts_at, ends_at, meeting, capacity, account_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [line.id, line.callId, line.startsAt, line.endsAt, line.meeting, line.capacity, line.accountId, line.at],
  );
}

export async function endVisit(tx: EntityManager, id: string, reason: string, at: Date): Promise<void> {
  await tx.query('update call_visit set cancelled_at = $2, reason = $3 where id = $1', [id, at, reason]);
}

export async function insertBooking(
  tx: EntityManager,
  line: { readonly visitId: string; readonly accountId: string; readonly organisationId: string | null; readonly at: Date },
): Promise<void> {
  await tx.query('insert into call_visit_booking (visit_id, account_id, organisation_id, booked_at) values ($1, $2, $3, $4)', [
    line.visitId,
    line.accountId,
    line.organisationId,
    line.at,
  ]);
}

export async function deleteBooking(tx: EntityManager, visitId: string, accountId: string): Promise<void> {
  await tx.query('delete from call_visit_booking where visit_id = $1 and account_id = $2', [visitId, accountId]);
}

/** @returns whether this person had booked */
export async function writeAttendance(tx: EntityManager, visitId: string, accountId: string, attended: boolean | null): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with noted as (update call_visit_booking set attended = $3 where visit_id = $1 and account_id = $2 returning 1) select 1 from noted`,
    [visitId, accountId, attended],
  );
  return rows.length === 1;
}

export async function visitorsOf(tx: EntityManager, visitId: string): Promise<VisitorList['items']> {
  const rows: { visitor: VisitorList['items'][number] }[] = await tx.query(
    `select jsonb_build_object('accountId', p.id, 'name', p.display_name, 'organisation', o.name, 'email', p.email, 'bookedAt', b.booked_at,
       'attended', b.attended) as visitor
     from call_visit_booking b join account p on p.id = b.account_id left join organisation o on o.id = b.organisation_id
     where b.visit_id = $1 order by b.booked_at, p.id`,
    [visitId],
  );
  return rows.map(({ visitor }) => visitor);
}

interface VisitToRemind extends Hours {
  readonly id: string;
  readonly callId: string;
  readonly title: string;
  readonly accounts: string[];
}

/** Visits that begin between two instants, with those who booked them. */
export async function visitsBetween(tx: EntityManager, from: Date, until: Date): Promise<VisitToRemind[]> {
  return tx.query(
    `select v.id, v.call_id as "callId", c.title, v.starts_at as "startsAt", v.ends_at as "endsAt", array_agg(b.account_id::text order by b.account_id) as accounts
     from call_visit v join call c on c.id = v.call_id join call_visit_booking b on b.visit_id = v.id
     where v.cancelled_at is null and c.state in ('published', 'second_step') and v.starts_at > $1 and v.starts_at <= $2 group by v.id, c.id order by v.starts_at, v.id`,
    [from, until],
  );
}

export async function forgetBookingsBefore(db: EntityManager, before: Date): Promise<number> {
  const [, forgotten]: [unknown[], number] = await db.query(
    'delete from call_visit_booking b using call_visit v where v.id = b.visit_id and v.ends_at < $1',
    [before],
  );
  return forgotten;
}
