import type { EntityManager } from 'typeorm';
import type { RegisterStatus } from './organisation.vocabulary.js';

/** What a register says of one body. */
export interface RegisteredOrganisation {
  readonly id: string;
  readonly siret: string;
  readonly name: string;
  readonly communeId: string | null;
  readonly departmentCode: string | null;
  readonly point: { readonly lon: number; readonly lat: number } | null;
  readonly summary: string | null;
  readonly website: string | null;
  readonly statuses: readonly { readonly status: RegisterStatus; readonly seenOn: string | null }[];
}

export type RegisterOutcome = 'created' | 'updated' | 'unchanged';
export interface RegisterResult {
  readonly id: string;
  readonly outcome: RegisterOutcome;
  /** Its members hold it already: only its statuses were taken from the register. */
  readonly claimed: boolean;
}

/**
 * Writes what a register says, one organisation per SIRET. A body that its members claimed keeps what they wrote. Idempotent: nothing
 * is touched, not even a date, when the register says the same again. Answers in the order given.
 */
export async function upsertRegistered(
  tx: EntityManager,
  organisations: readonly RegisteredOrganisation[],
  datasetId: string,
  at: Date,
): Promise<readonly RegisterResult[]> {
  const rows = JSON.stringify(organisations.map(({ point, ...rest }) => ({ ...rest, lon: point?.lon, lat: point?.lat })));
  const written = await tx.query<{ siret: string; created: boolean }[]>(
    `insert into organisation as o (id, siret, name, kind, commune_id, department_code, point, summary, website, origin, dataset_id,
                                    created_at, updated_at)
     select r.id, r.siret, r.name, 'ess', r."communeId", r."departmentCode", st_setsrid(st_makepoint(r.lon, r.lat), 4326), r.summary,
            r.website, 'register', $2, $3, $3
       from jsonb_to_recordset($1::jsonb) as r(id uuid, siret text, name text, "communeId" text, "departmentCode" text, lon float8,
            lat float8, summary text, website text)
     on conflict (siret) where siret is not null do update set name = excluded.name, commune_id = excluded.commune_id,
       department_code = excluded.department_code, point = excluded.point, summary = excluded.summary, website = excluded.website,
       dataset_id = excluded.dataset_id, updated_at = excluded.updated_at
       where o.origin = 'register'
         and (o.name, o.commune_id, o.department_code, st_asbinary(o.point), o.summary, o.website, o.dataset_id) is distinct from
             (excluded.name, excluded.commune_id, excluded.department_code, st_asbinary(excluded.point), excluded.summary,
              excluded.website, excluded.dataset_id)
     returning siret, created_at = $3 and xmax = 0 as created`,
    [rows, datasetId, at],
  );
  const changed = new Map(written.map(({ siret, created }) => [siret, created]));
  const statusChanged = new Set(await upsertStatuses(tx, rows, datasetId));
  const stored = await tx.query<{ id: string; siret: string; origin: string }[]>(
    `select id, siret, origin from organisation where siret = any($1)`,
    [organisations.map(({ siret }) => siret)],
  );
  const bySiret = new Map(stored.map((row) => [row.siret, row]));
  return organisations.map(({ siret }) => {
    const row = bySiret.get(siret);
    if (!row) throw new Error(`Organisation ${siret} was written and cannot be found`);
    const outcome = changed.get(siret) === true ? 'created' : changed.has(siret) || statusChanged.has(siret) ? 'updated' : 'unchanged';
    return { id: row.id, outcome, claimed: row.origin !== 'register' };
  });
}

/** Adds statuses and moves forward the day they were last seen; what another register proved is left alone. */
async function upsertStatuses(tx: EntityManager, rows: string, datasetId: string): Promise<string[]> {
  const touched = await tx.query<{ siret: string }[]>(
    `with stated as (
       select o.id, o.siret, s.status, s."seenOn"
         from jsonb_to_recordset($1::jsonb) as r(siret text, statuses jsonb)
         join organisation o on o.siret = r.siret
        cross join lateral jsonb_to_recordset(r.statuses) as s(status text, "seenOn" date)),
     written as (
       insert into organisation_status as known (organisation_id, status, dataset_id, seen_on)
       select id, status, $2, "seenOn" from stated
       on conflict (organisation_id, status) do update set seen_on = excluded.seen_on
         where known.dataset_id = excluded.dataset_id and excluded.seen_on > coalesce(known.seen_on, '-infinity')
       returning organisation_id)
     select distinct siret from stated join written on written.organisation_id = stated.id`,
    [rows, datasetId],
  );
  return touched.map(({ siret }) => siret);
}
