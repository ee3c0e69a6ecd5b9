import type { EntityManager } from 'typeorm';
import type { EvidenceView } from './evidence.schemas.js';

export interface EvidenceRow extends Omit<EvidenceView, 'standing' | 'warnings'> {
  /** From a register whose licence was never read. */
  readonly membersOnly: boolean;
}

/** What an organisation declares, then what registers say of it. */
export function readEvidence(db: EntityManager, organisationId: string): Promise<EvidenceRow[]> {
  return db.sql<EvidenceRow[]>`
    select null as id, s.status as kind, null as reference, '[]'::json as territories, null as "startsOn", s.ends_on::text as "endsOn",
           null as state, json_build_object('dataset', d.title, 'producer', d.producer, 'seenOn', coalesce(s.seen_on, d.as_of)) as source,
           null as "checkedAt", null as reason, coalesce(d.members_only, true) as "membersOnly"
    from organisation_status s left join dataset d on d.id = s.dataset_id where s.organisation_id = ${organisationId} order by s.status`;
}
