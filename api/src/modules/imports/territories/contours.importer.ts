import type { EntityManager } from 'typeorm';
import { plainText } from '../../territories/place-name.rules.js';
import { loadTerritoryIndex, type TerritoryIndex } from '../../territories/territory.index.js';
import type { Importer, Mapped, SourceRow, Upserted, WithKey } from '../import.types.js';
import { CONTOURS, CONTOURS_DIALECT, TERRITORY_CAUSES } from './territories.datasets.js';

export interface Contour extends WithKey {
  readonly polygons: readonly unknown[];
}
export interface ContoursContext {
  readonly territories: TerritoryIndex;
  /** `11 ile de france` → `region:11`: Aude and Île-de-France share a code, so the name decides. */
  readonly wide: ReadonlyMap<string, string>;
}

export function mapContour(row: SourceRow, context: ContoursContext): Mapped<Contour> {
  const [code, name] = [row.values['code']?.trim() ?? '', row.values['name']?.trim() ?? ''];
  const polygons = polygonsOf(row);
  const refused = (cause: string): Mapped<Contour> => ({
    outcome: 'refused',
    sourceKey: code || null,
    notes: [{ field: 'code', value: code, cause }],
  });
  if (!polygons) return refused('contour_unreadable');
  const wide = context.wide.get(`${code} ${plainText(name)}`);
  if (wide) return { outcome: 'record', record: { sourceKey: wide, polygons }, notes: [] };
  const found = code.length === 5 ? context.territories.communeByCode(code) : null;
  if (!found) return refused('territory_unknown');
  const { commune, how } = found;
  const note = {
    field: 'code',
    value: `${name} (${code})`,
    cause: 'contour_of_former_commune',
    params: { found: `${commune.name} (${commune.code})` },
  };
  return { outcome: 'record', record: { sourceKey: commune.id, polygons }, notes: how === 'exact' ? [] : [note] };
}

function polygonsOf({ geometry }: SourceRow): readonly unknown[] | null {
  if (!geometry || !Array.isArray(geometry.coordinates)) return null;
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : null;
}

/** Shapes are repaired and united: simplified contours cross themselves, and merged communes come in pieces. */
async function upsertContours(tx: EntityManager, contours: readonly Contour[]): Promise<Upserted[]> {
  const rows = contours.map(({ sourceKey, polygons }) => ({ id: sourceKey, shape: { type: 'MultiPolygon', coordinates: polygons } }));
  const changed = await tx
    .query<{ id: string }[]>(
      `with given as (
       select id, st_multi(st_collectionextract(st_unaryunion(st_makevalid(st_setsrid(st_geomfromgeojson(shape::text), 4326))), 3)) as contour
         from jsonb_to_recordset($1::jsonb) as r(id text, shape jsonb))
     update territory t set contour = given.contour, contour_dataset_id = $2
       from given
      where t.id = given.id and (t.contour::bytea, t.contour_dataset_id) is distinct from (given.contour::bytea, $2)
     returning t.id`,
      [JSON.stringify(rows), CONTOURS.id],
    )
    .then(rowsOf);
  const ids = new Set(changed.map(({ id }) => id));
  return contours.map(({ sourceKey }) => ({ outcome: ids.has(sourceKey) ? 'updated' : 'unchanged', recordId: sourceKey, notes: [] }));
}

/** TypeORM answers a bare UPDATE … RETURNING with the pair (rows, count). */
function rowsOf(answer: unknown): { id: string }[] {
  return (answer as [{ id: string }[], number])[0];
}

/** Contours of communes, departments or regions, told apart by code and name. */
export const contoursImporter: Importer<Contour, ContoursContext> = {
  kind: 'territories',
  label: { fr: 'Territoires', en: 'Territories' },
  dialects: [CONTOURS_DIALECT],
  causes: TERRITORY_CAUSES,
  async prepare(tx) {
    const wide = await tx.query<{ id: string; key: string }[]>(
      `select id, code || ' ' || name_plain as key from territory where kind in ('region', 'department')`,
    );
    return { territories: await loadTerritoryIndex(tx), wide: new Map(wide.map(({ id, key }) => [key, id])) };
  },
  map: mapContour,
  merge: (first, next) => ({ record: { ...first, polygons: [...first.polygons, ...next.polygons] }, notes: [] }),
  upsert: upsertContours,
};
