import type { EntityManager } from 'typeorm';
import type { Note } from '../import.types.js';
import { SNCF_STATIONS } from '../stations/stations.dialects.js';
import { compactValues } from '../sourced-sites/sourced-site.rules.js';
import type { SourcedSite, SourcedValues } from '../sourced-sites/sourced-site.types.js';

export interface Completed {
  readonly record: SourcedSite;
  readonly notes: readonly Note[];
  /** Nothing says where it is, even after looking: it cannot be kept. */
  readonly isNowhere: boolean;
}

/** Beyond this from the nearest town hall, a point is in the sea or abroad. */
const COMMUNE_WITHIN_M = 30_000;

interface Found {
  readonly at: number;
  readonly stationPoint: { readonly lon: number; readonly lat: number } | null;
  readonly stationCommune: string | null;
  readonly namesakePoint: { readonly lon: number; readonly lat: number } | null;
  readonly nearestCommune: { readonly id: string; readonly label: string } | null;
  readonly isOutlineSound: boolean;
}

/**
 * What the row does not say and open data know: the point of a station by its UIC, that of a lead of the same name in the same
 * commune, the commune around a point. Everything found so is told.
 */
export async function completePlaces(tx: EntityManager, records: readonly SourcedSite[], tellMissingPoint: boolean): Promise<Completed[]> {
  const found = await lookUp(tx, records);
  return records.map((record, at) => complete(record, found[at], tellMissingPoint));
}

function complete(record: SourcedSite, found: Found | undefined, tellMissingPoint: boolean): Completed {
  const notes: Note[] = [];
  const values: Record<string, unknown> = { ...record.values };
  const uic = (values['facts.uic'] as string | undefined) ?? null;
  const tell = (field: string | null, value: string | null, cause: string, params?: Note['params']) =>
    notes.push({ field, value, cause, ...(params ? { params } : {}) });
  if (values['point'] === undefined && found?.stationPoint) {
    values['point'] = found.stationPoint;
    values['communeId'] ??= found.stationCommune;
    tell('uic', uic, 'point_by_uic', { found: `${found.stationPoint.lon} ${found.stationPoint.lat}` });
  } else if (values['point'] === undefined && uic !== null && found?.stationCommune) {
    values['communeId'] ??= found.stationCommune;
  } else if (uic !== null && values['point'] === undefined) tell('uic', uic, 'uic_unknown');
  if (values['point'] === undefined && found?.namesakePoint) {
    values['point'] = found.namesakePoint;
    tell('name', String(values['name']), 'point_by_name', { found: `${found.namesakePoint.lon} ${found.namesakePoint.lat}` });
  }
  if ((values['communeId'] ?? null) === null && found?.nearestCommune) {
    values['communeId'] = found.nearestCommune.id;
    tell('commune', null, 'commune_by_point', { found: found.nearestCommune.label });
  }
  if (found && !found.isOutlineSound) {
    delete values['outline'];
    tell('wkt', null, 'outline_crossing');
  }
  const isNowhere = (values['communeId'] ?? null) === null && record.onlyIfKnown !== true;
  if (isNowhere) tell('commune', null, 'place_nowhere');
  else if (tellMissingPoint && values['point'] === undefined) tell(null, null, 'point_missing');
  return { record: { ...record, values: compactValues(values as SourcedValues) }, notes, isNowhere };
}

async function lookUp(tx: EntityManager, records: readonly SourcedSite[]): Promise<Found[]> {
  const asked = records.map(({ values }, at) => ({
    at,
    uic: values['facts.uic'] ?? null,
    name: values.name ?? null,
    communeId: values.communeId ?? null,
    lon: values.point?.lon ?? null,
    lat: values.point?.lat ?? null,
    outline: values.outline ?? null,
  }));
  return tx.query<Found[]>(
    `select r.at, station.point as "stationPoint", station.commune as "stationCommune", namesake.point as "namesakePoint",
            commune.found as "nearestCommune",
            r.outline is null or st_isvalid(st_setsrid(st_geomfromgeojson(r.outline::text), 4326)) as "isOutlineSound"
       from jsonb_to_recordset($1::jsonb) as r(at int, uic text, name text, "communeId" text, lon float8, lat float8, outline jsonb)
       left join lateral (
         select x.values -> 'point' as point, x.values ->> 'communeId' as commune
           from site_source x where x.dataset_id = $2 and x.source_key = r.uic limit 1) station on r.uic is not null and r.lon is null
       left join lateral (
         select jsonb_build_object('lon', st_x(s.point), 'lat', st_y(s.point)) as point
           from site s
          where s.commune_id = r."communeId" and s.state = 'potential' and s.point is not null
            and bare_place_name(s.name) = bare_place_name(r.name)
          order by s.id limit 1) namesake on r.lon is null and r."communeId" is not null
       left join lateral (
         select jsonb_build_object('id', c.id, 'label', c.name || ' (' || c.code || ')') as found
           from territory c
          where c.kind = 'commune' and c.point is not null
            and (c.point && st_expand(st_setsrid(st_makepoint(r.lon, r.lat), 4326), 0.6))
            and st_distance(c.point::geography, st_setsrid(st_makepoint(r.lon, r.lat), 4326)::geography) < $3
          order by c.contour is not null and st_contains(c.contour, st_setsrid(st_makepoint(r.lon, r.lat), 4326)) desc,
                   c.point <-> st_setsrid(st_makepoint(r.lon, r.lat), 4326)
          limit 1) commune on r.lon is not null and r."communeId" is null
      order by r.at`,
    [JSON.stringify(asked), SNCF_STATIONS.id, COMMUNE_WITHIN_M],
  );
}
