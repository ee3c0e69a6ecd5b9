import type { EntityManager } from 'typeorm';
import { readNumber, readPoint } from '../../territories/french-point.rules.js';
import { TERRITORY_LABELS } from '../../territories/territories.schemas.js';
import { loadTerritoryIndex, type TerritoryIndex } from '../../territories/territory.index.js';
import type { Importer, Mapped, Note, SourceRow, Upserted, WithKey } from '../import.types.js';
import { COMMUNE_TABLE, COMMUNE_TABLE_DIALECT, TERRITORY_CAUSES } from './territories.datasets.js';

type Label = (typeof TERRITORY_LABELS)[number];
export interface CommuneFacts extends WithKey {
  readonly lon: number | null;
  readonly lat: number | null;
  readonly areaHa: number | null;
  readonly labels: readonly { readonly label: Label; readonly detail: string | null }[];
}

export function mapCommune(row: SourceRow, territories: TerritoryIndex): Mapped<CommuneFacts> {
  const value = (field: string) => row.values[field]?.trim() ?? '';
  const found = territories.communeByCode(value('code'));
  if (found?.how !== 'exact') {
    return {
      outcome: 'refused',
      sourceKey: value('code') || null,
      notes: [{ field: 'code', value: value('code'), cause: 'territory_unknown' }],
    };
  }
  const notes: Note[] = [];
  const { point, how } = readPoint(value('lon'), value('lat'));
  if (how === 'missing') notes.push({ field: 'lon', value: null, cause: 'point_missing' });
  if (how === 'unreadable') notes.push({ field: 'lon', value: `${value('lon')} ${value('lat')}`, cause: 'point_unreadable' });
  const areaHa = readNumber(value('areaHa'));
  if (areaHa === null && value('areaHa') !== '') notes.push({ field: 'areaHa', value: value('areaHa'), cause: 'area_unreadable' });
  const labels = TERRITORY_LABELS.flatMap((label) => {
    const said = value(label);
    if (['', '0', 'non', 'non classée'].includes(said.toLowerCase())) return [];
    return [{ label, detail: said === '1' ? null : said }];
  });
  return {
    outcome: 'record',
    notes,
    record: {
      sourceKey: found.commune.id,
      lon: point?.lon ?? null,
      lat: point?.lat ?? null,
      areaHa: areaHa && areaHa > 0 ? areaHa : null,
      labels,
    },
  };
}

/** Points and areas; labels of these communes become exactly those of the file. */
async function upsertCommunes(tx: EntityManager, communes: readonly CommuneFacts[]): Promise<Upserted[]> {
  const changed = await tx.query<{ id: string }[]>(
    `with given as (
       select "sourceKey" as id, st_setsrid(st_makepoint(lon, lat), 4326) as point, "areaHa" as area_ha, labels
         from jsonb_to_recordset($1::jsonb) as r("sourceKey" text, lon float8, lat float8, "areaHa" numeric, labels jsonb)),
     label as (
       select given.id, l.label, l.detail from given cross join lateral jsonb_to_recordset(labels) as l(label text, detail text)),
     gone as (
       delete from territory_label old using given
        where old.territory_id = given.id and not exists (select from label where label.id = old.territory_id and label.label = old.label)
       returning old.territory_id as id),
     labelled as (
       insert into territory_label as known (territory_id, label, detail, dataset_id)
       select id, label, detail, $2 from label
       on conflict (territory_id, label) do update set detail = excluded.detail, dataset_id = excluded.dataset_id
       where (known.detail, known.dataset_id) is distinct from (excluded.detail, excluded.dataset_id)
       returning territory_id as id),
     placed as (
       update territory t
          set point = coalesce(given.point, t.point), area_ha = coalesce(given.area_ha, t.area_ha),
              point_dataset_id = case when given.point is null then t.point_dataset_id else $2 end
         from given
        where t.id = given.id
          and (t.point::bytea, t.area_ha, t.point_dataset_id) is distinct from
              (coalesce(given.point, t.point)::bytea, coalesce(given.area_ha, t.area_ha),
               case when given.point is null then t.point_dataset_id else $2 end)
       returning t.id)
     select id from gone union select id from labelled union select id from placed`,
    [JSON.stringify(communes), COMMUNE_TABLE.id],
  );
  const ids = new Set(changed.map(({ id }) => id));
  return communes.map(({ sourceKey }) => ({ outcome: ids.has(sourceKey) ? 'updated' : 'unchanged', recordId: sourceKey, notes: [] }));
}

/** The full table of points, areas and public-policy labels. */
export const communeTableImporter: Importer<CommuneFacts, TerritoryIndex> = {
  kind: 'territories',
  label: { fr: 'Territoires', en: 'Territories' },
  dialects: [COMMUNE_TABLE_DIALECT],
  causes: TERRITORY_CAUSES,
  prepare: (tx) => loadTerritoryIndex(tx),
  map: mapCommune,
  upsert: upsertCommunes,
};
