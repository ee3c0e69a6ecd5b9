import type { EntityManager } from 'typeorm';
import type { Form } from '../calls/form/question.schemas.js';
import { type ApplicationRecord, KEEPER } from './applications.queries.js';

export interface Beginning {
  readonly kind: string;
  readonly call:
    | (Pick<NonNullable<ApplicationRecord['call']>, 'id' | 'title' | 'lots' | 'state' | 'opensAt' | 'firstClosesAt' | 'closesAt'> & {
        readonly organisationId: string;
        readonly form: Form;
      })
    | null;
  readonly site: { readonly id: string; readonly name: string; readonly state: string; readonly organisationId: string | null } | null;
}

/** What a new file would answer, and by whom; null when there is no such organisation, published call or public place. */
export async function findBeginning(
  tx: EntityManager,
  {
    organisationId,
    callId = null,
    siteId = null,
  }: { organisationId: string; callId?: string | null | undefined; siteId?: string | null | undefined },
): Promise<Beginning | null> {
  const rows: { beginning: Beginning }[] = await tx.query(
    `select jsonb_build_object('kind', o.kind,
       'call', (select jsonb_build_object('id', c.id, 'title', c.title, 'form', c.form, 'organisationId', c.organisation_id,
                  'state', c.state, 'opensAt', c.opens_at, 'firstClosesAt', c.first_closes_at, 'closesAt', c.closes_at,
                  'lots', coalesce((select jsonb_agg(jsonb_build_object('id', l.site_id) order by l.position) from call_lot l where l.call_id = c.id), '[]'))
                from call c where c.id = $2 and c.published_at is not null),
       'site', (select jsonb_build_object('id', s.id, 'name', s.name, 'state', s.state, 'organisationId', ${KEEPER})
                from site s join published_site p on p.id = s.id where s.id = $3)) as beginning
     from organisation o where o.id = $1`,
    [organisationId, callId, siteId],
  );
  return rows[0]?.beginning ?? null;
}

export interface ProjectToCarry {
  readonly name: string;
  readonly publicSummary: string | null;
  readonly privateNote: string | null;
  readonly jobsPlanned: number | null;
  readonly insertionHoursPlanned: number | null;
}

export async function projectToCarry(tx: EntityManager, id: string, organisationId: string): Promise<ProjectToCarry | null> {
  const rows: ProjectToCarry[] = await tx.query(
    `select name, public_summary as "publicSummary", private_note as "privateNote", jobs_planned as "jobsPlanned",
       insertion_hours_planned as "insertionHoursPlanned"
     from project where id = $1 and organisation_id = $2`,
    [id, organisationId],
  );
  return rows[0] ?? null;
}
