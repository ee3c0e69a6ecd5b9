import type { EntityManager } from 'typeorm';

export interface Known<Facts> {
  readonly facts: Facts | null;
  readonly version: number;
}

/** What was known of a thing, locked: two looks at one thing follow one another. Makes the row of a thing never looked at. */
export async function lockKnown<Facts>(tx: EntityManager, about: 'place' | 'project', thingId: string, at: Date): Promise<Known<Facts>> {
  await tx.query(
    `insert into known_facts (about, thing_id, facts, version, taken_at) values ($1, $2, null, 0, $3)
     on conflict on constraint known_facts_pkey do nothing`,
    [about, thingId, at],
  );
  const rows: Known<Facts>[] = await tx.query('select facts, version from known_facts where about = $1 and thing_id = $2 for update', [
    about,
    thingId,
  ]);
  return rows[0] ?? { facts: null, version: 0 };
}

export async function saveKnown(tx: EntityManager, about: 'place' | 'project', thingId: string, facts: object, at: Date): Promise<void> {
  await tx.query(
    `update known_facts set version = version + case when facts is distinct from $3::jsonb then 1 else 0 end, facts = $3, taken_at = $4
     where about = $1 and thing_id = $2`,
    [about, thingId, JSON.stringify(facts), at],
  );
}

export interface NewNotice {
  readonly id: string;
  readonly kind: string;
  readonly thingId: string;
  readonly at: Date;
  readonly facts: object;
  readonly eventKey: string;
  readonly topics: readonly (readonly [string, string])[];
}

/** @returns false when this event already has its notice */
export async function addNotice(tx: EntityManager, notice: NewNotice): Promise<boolean> {
  const added: unknown[] = await tx.query(
    `insert into notice (id, kind, thing_id, at, facts, event_key) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint notice_event_key_unique do nothing returning id`,
    [notice.id, notice.kind, notice.thingId, notice.at, JSON.stringify(notice.facts), notice.eventKey],
  );
  if (added.length === 0) return false;
  await tx.query(
    `insert into notice_topic (notice_id, about, subject) select $1, about, subject from unnest($2::text[], $3::text[]) as topic (about, subject)`,
    [notice.id, notice.topics.map(([about]) => about), notice.topics.map(([, subject]) => subject)],
  );
  return true;
}
