import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** The source of what third parties propose, beside the open data: separable, dated, with its licence. */
export const CONTRIBUTIONS = 'contributions';

export interface Contribution {
  readonly sourceId: string;
  readonly siteId: string;
  readonly proposalId: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields that now show this source; of a place that is kept, those that changed. */
  readonly at: Date;
}

/** Kept as any source of a place: imports merge it field by field, the later date wins. */
export async function addContribution(tx: EntityManager, { sourceId, siteId, proposalId, values, at }: Contribution): Promise<void> {
  await tx.query(
    `insert into dataset (id, title, producer, licence, licence_url, attribution, imported_at)
     values ('${CONTRIBUTIONS}', 'Contributions', 'Contributions', 'Licence Ouverte 2.0',
       'https://www.etalab.gouv.fr/licence-ouverte-open-licence/', 'Contributions, Licence Ouverte 2.0', $1) on conflict do nothing`,
    [at],
  );
  const said = JSON.stringify(values);
  const hash = createHash('sha256').update(said).digest('hex').slice(0, 32);
  await tx.query(
    `insert into site_source (id, site_id, dataset_id, source_key, source_date, values, content_hash, first_seen_at, last_seen_at)
     values ($1, $2, '${CONTRIBUTIONS}', $3, $4::timestamptz::date, $5, $6, $4, $4)`,
    [sourceId, siteId, proposalId, at, said, hash],
  );
  await tx.query(
    `insert into site_provenance (site_id, field, source_id, source_date)
     select $1, field, $2, $3::timestamptz::date from unnest($4::text[]) field
     on conflict (site_id, field) do update set source_id = excluded.source_id, source_date = excluded.source_date`,
    [siteId, sourceId, at, Object.keys(values)],
  );
}
