import type { EntityManager } from 'typeorm';
import { readNumber, readPoint } from '../../territories/french-point.rules.js';
import type { CauseTable, Dataset, Importer, Mapped, SourceRow, Upserted, WithKey } from '../import.types.js';
import { refreshTransit } from '../sourced-sites/transit.queries.js';

export const TER_STOPS: Dataset = {
  id: 'sncf-ter-arrets',
  title: 'Arrêts TER et passages (calculés d’après les horaires GTFS)',
  producer: 'SNCF Voyageurs',
  licence: 'ODbL 1.0',
  licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  sourceUrl: 'https://ressources.data.sncf.com/explore/dataset/horaires-des-train-voyages-tgvinouiouigo/',
  attribution: 'SNCF Réseau / SNCF Voyageurs, ODbL',
  shareAlike: true,
  asOf: null,
};
const LABEL = { fr: 'Arrêts TER et passages', en: 'Regional stops and departures' };

export const STOP_CAUSES = {
  stop_point_unreadable: {
    severity: 'error',
    message: { fr: 'Arrêt sans position lisible en France : « {value} ».', en: 'Stop without a readable position in France: “{value}”.' },
    repair: { fr: 'Renseignez latitude et longitude en degrés décimaux.', en: 'Fill in latitude and longitude in decimal degrees.' },
  },
  stop_key_missing: {
    severity: 'error',
    message: { fr: 'Arrêt sans identifiant.', en: 'Stop without identifier.' },
    repair: { fr: 'Renseignez la colonne {column}.', en: 'Fill in column {column}.' },
  },
  departures_unreadable: {
    severity: 'warning',
    message: {
      fr: 'Nombre de passages illisible : « {value} », tenu pour inconnu.',
      en: 'Unreadable number of departures: “{value}”, taken as unknown.',
    },
    repair: { fr: 'Écrivez un nombre dans la colonne {column}.', en: 'Write a number in column {column}.' },
  },
} as const satisfies CauseTable;

const COUNTS = ['departuresWeekday', 'trainsWeekday', 'coachesWeekday', 'departuresSunday', 'lineCount'] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number | null>>;
export interface Stop extends WithKey, Counts {
  readonly uic: string | null;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

export function mapStop(row: SourceRow): Mapped<Stop> {
  const value = (field: string) => row.values[field]?.trim() ?? '';
  const key = value('key');
  if (!key) return { outcome: 'refused', sourceKey: null, notes: [{ field: 'key', value: null, cause: 'stop_key_missing' }] };
  const { point, how } = readPoint(value('lon'), value('lat'));
  if (!point) {
    const written = `${value('lon')} ${value('lat')}`.trim();
    return { outcome: 'refused', sourceKey: key, notes: [{ field: 'lon', value: written, cause: 'stop_point_unreadable' }] };
  }
  const found = `${point.lon} ${point.lat}`;
  const notes = COUNTS.filter((field) => value(field) !== '' && readCount(value(field)) === null).map((field) => ({
    field,
    value: value(field),
    cause: 'departures_unreadable',
  }));
  return {
    outcome: 'record',
    notes:
      how === 'swapped'
        ? [...notes, { field: 'lon', value: `${value('lon')} ${value('lat')}`, cause: 'point_swapped', params: { found } }]
        : notes,
    record: {
      sourceKey: key,
      uic: /^\d{8}$/.test(value('uic')) ? value('uic') : null,
      name: value('name') || key,
      ...point,
      ...(Object.fromEntries(COUNTS.map((field) => [field, readCount(value(field))])) as Counts),
    },
  };
}

function readCount(text: string): number | null {
  const count = readNumber(text);
  return count !== null && count >= 0 ? count : null;
}

async function upsertStops(tx: EntityManager, stops: readonly Stop[]): Promise<Upserted[]> {
  const written = await tx.query<{ id: string; created: boolean }[]>(
    `insert into transit_stop as known (id, uic, name, point, departures_weekday, trains_weekday, coaches_weekday, departures_sunday,
                                        line_count, dataset_id)
     select "sourceKey", uic, name, st_setsrid(st_makepoint(lon, lat), 4326), "departuresWeekday", "trainsWeekday", "coachesWeekday",
            "departuresSunday", round("lineCount")::int, $2
       from jsonb_to_recordset($1::jsonb) as r("sourceKey" text, uic text, name text, lon float8, lat float8, "departuresWeekday" numeric,
            "trainsWeekday" numeric, "coachesWeekday" numeric, "departuresSunday" numeric, "lineCount" numeric)
     on conflict (id) do update set uic = excluded.uic, name = excluded.name, point = excluded.point,
       departures_weekday = excluded.departures_weekday, trains_weekday = excluded.trains_weekday,
       coaches_weekday = excluded.coaches_weekday, departures_sunday = excluded.departures_sunday, line_count = excluded.line_count,
       dataset_id = excluded.dataset_id
     where (known.uic, known.name, known.point::bytea, known.departures_weekday, known.trains_weekday, known.coaches_weekday,
            known.departures_sunday, known.line_count, known.dataset_id)
           is distinct from (excluded.uic, excluded.name, excluded.point::bytea, excluded.departures_weekday, excluded.trains_weekday,
            excluded.coaches_weekday, excluded.departures_sunday, excluded.line_count, excluded.dataset_id)
     returning id, xmax = 0 as created`,
    [JSON.stringify(stops), TER_STOPS.id],
  );
  const fates = new Map(written.map(({ id, created }) => [id, created ? ('created' as const) : ('updated' as const)]));
  return stops.map(({ sourceKey }) => ({ outcome: fates.get(sourceKey) ?? 'unchanged', recordId: sourceKey, notes: [] }));
}

/** Stops of regional trains and coaches with their departures; then every place gets its walking distance again. */
export const stopsImporter: Importer<Stop, null> = {
  kind: 'stops',
  label: LABEL,
  dialects: [
    {
      id: 'ter-stops',
      kind: 'stops',
      dataset: TER_STOPS,
      label: LABEL,
      columns: {
        key: ['stop_area', 'stop_id'],
        uic: ['uic'],
        name: ['nom', 'stop_name'],
        lon: ['longitude', 'stop_lon'],
        lat: ['latitude', 'stop_lat'],
        departuresWeekday: ['passages_mardi'],
        trainsWeekday: ['dont_train'],
        coachesWeekday: ['dont_car'],
        departuresSunday: ['passages_dimanche'],
        lineCount: ['nb_lignes'],
      },
      required: ['key', 'name', 'lon', 'lat', 'departuresWeekday'],
    },
  ],
  causes: STOP_CAUSES,
  prepare: () => Promise.resolve(null),
  map: mapStop,
  upsert: upsertStops,
  async finish(tx) {
    await refreshTransit(tx);
  },
};
