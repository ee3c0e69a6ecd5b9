import type { EntityManager } from 'typeorm';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import type { Need } from '../projects/needs.schemas.js';
import { isInFrance, overseasDepartmentOf } from '../territories/french-point.rules.js';
import type { Grid, GridPoint } from './engine/match.profile.js';

/** Points people give in degrees, placed in the legal grid of the ground they lie on, in one query. */

export interface Degrees {
  readonly lon: number;
  readonly lat: number;
}

/** A point, or the corners of a drawing: measured in one grid, that of the French ground it touches first. */
interface Shape {
  readonly pointer: string;
  readonly corners: readonly Degrees[];
  readonly drawn: boolean;
}

export function shapesOf(asked: Need): Shape[] {
  const parts = asked.zone.flatMap((group, g) =>
    group.anyOf.map((part, p) => ({ part, pointer: `/need/zone/${String(g)}/anyOf/${String(p)}` })),
  );
  const shapes = parts.flatMap(({ part, pointer }): Shape[] => {
    if (part.type === 'circle') return [{ pointer: `${pointer}/centre`, corners: [part.centre], drawn: false }];
    if (part.type === 'territory') return [];
    const corners = (part.polygon.coordinates[0] ?? []).map(([lon, lat]) => ({ lon, lat }));
    return [{ pointer: `${pointer}/polygon`, corners, drawn: true }];
  });
  return asked.preferredPoint ? [...shapes, { pointer: '/need/preferredPoint', corners: [asked.preferredPoint], drawn: false }] : shapes;
}

const keyOf = ({ lon, lat }: Degrees): string => `${String(lon)} ${String(lat)}`;

/** @throws problem 422 for what lies outside France, or a drawn ring that crosses itself */
export async function toGrid(tx: EntityManager, shapes: readonly Shape[]): Promise<(degrees: Degrees) => GridPoint> {
  refuseForeign(shapes);
  const asked = shapes.flatMap(({ corners }) => corners.map((at) => ({ at, department: overseasDepartmentOf(anchorOf(corners) ?? at) })));
  const rows: { grid: Grid; x: number; y: number }[] = await tx.query(
    `select g.grid, round(st_x(g.at))::int as x, round(st_y(g.at))::int as y
       from unnest($1::float8[], $2::float8[], $3::text[]) with ordinality as asked(lon, lat, department, position)
      cross join lateral (select legal_grid(asked.department) as grid,
        st_transform(st_setsrid(st_makepoint(asked.lon, asked.lat), 4326), legal_grid(asked.department)) as at) g
      order by asked.position`,
    [asked.map(({ at }) => at.lon), asked.map(({ at }) => at.lat), asked.map(({ department }) => department)],
  );
  const placed = new Map(asked.map(({ at }, index) => [keyOf(at), rows[index]]));
  const grid = (degrees: Degrees): GridPoint => {
    const row = placed.get(keyOf(degrees));
    if (row === undefined) throw new Error('A point of the need was not placed on its grid.');
    return { grid: row.grid, xM: row.x, yM: row.y };
  };
  await refuseCrossings(
    tx,
    shapes.filter((shape) => shape.drawn),
    grid,
  );
  return grid;
}

const anchorOf = (corners: readonly Degrees[]): Degrees | undefined => corners.find(isInFrance);

/** Farther than this from French ground, the legal projections mean nothing. */
const MOST_DEGREES = 12;
const foreign = said('se trouve hors de France', 'lies outside France');

function refuseForeign(shapes: readonly Shape[]): void {
  const errors = shapes.flatMap(({ pointer, corners }) => {
    const anchor = anchorOf(corners);
    const far = ({ lon, lat }: Degrees): boolean =>
      anchor === undefined || Math.abs(lon - anchor.lon) > MOST_DEGREES || Math.abs(lat - anchor.lat) > MOST_DEGREES;
    return corners.some(far) ? [{ in: 'body' as const, pointer, message: foreign.error() }] : [];
  });
  if (errors.length > 0) throw problem('invalid-input', { errors });
}

const crossing = said('le tracé se croise ou n’entoure rien', 'the drawing crosses itself or encloses nothing');

async function refuseCrossings(tx: EntityManager, drawn: readonly Shape[], grid: (degrees: Degrees) => GridPoint): Promise<void> {
  if (drawn.length === 0) return;
  const corner = (degrees: Degrees): string => `${String(grid(degrees).xM)} ${String(grid(degrees).yM)}`;
  const rows: { valid: boolean }[] = await tx.query(
    'select st_isvalid(st_geomfromtext(shape)) as valid from unnest($1::text[]) with ordinality as asked(shape, position) order by position',
    [drawn.map(({ corners }) => `POLYGON((${corners.map(corner).join(',')}))`)],
  );
  const errors = drawn.flatMap(({ pointer }, index) =>
    rows[index]?.valid === true ? [] : [{ in: 'body' as const, pointer, message: crossing.error() }],
  );
  if (errors.length > 0) throw problem('invalid-input', { errors });
}
