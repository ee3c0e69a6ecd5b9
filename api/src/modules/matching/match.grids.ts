import type { EntityManager } from 'typeorm';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import type { Need } from '../projects/needs.schemas.js';
import { overseasDepartmentOf } from '../territories/french-point.rules.js';
import type { Grid, GridPoint } from './match.profile.js';

/** Points people give in degrees, placed in the legal grid of the ground they lie on, in one query. */

export interface Degrees {
  readonly lon: number;
  readonly lat: number;
}

/** A drawing is measured in one grid: that of its first corner. */
interface Shape {
  readonly pointer: string;
  readonly corners: readonly Degrees[];
}

interface Places {
  readonly points: readonly Degrees[];
  readonly shapes: readonly Shape[];
}

export function placesOf(asked: Need): Places {
  const parts = asked.zone.flatMap((group, g) =>
    group.anyOf.map((part, p) => ({ part, pointer: `/need/zone/${String(g)}/anyOf/${String(p)}` })),
  );
  return {
    points: [
      ...parts.flatMap(({ part }) => (part.type === 'circle' ? [part.centre] : [])),
      ...(asked.preferredPoint ? [asked.preferredPoint] : []),
    ],
    shapes: parts.flatMap(({ part, pointer }) =>
      part.type === 'polygon' ? [{ pointer, corners: (part.polygon.coordinates[0] ?? []).map(([lon, lat]) => ({ lon, lat })) }] : [],
    ),
  };
}

const keyOf = ({ lon, lat }: Degrees): string => `${String(lon)} ${String(lat)}`;

/** @throws problem 422 when a drawn ring crosses itself */
export async function toGrid(tx: EntityManager, { points, shapes }: Places): Promise<(degrees: Degrees) => GridPoint> {
  const asked = [
    ...points.map((at) => ({ at, reference: at })),
    ...shapes.flatMap(({ corners }) => corners.map((at) => ({ at, reference: corners[0] ?? at }))),
  ];
  const rows: { grid: Grid; x: number; y: number }[] = await tx.query(
    `select g.grid, round(st_x(g.at))::int as x, round(st_y(g.at))::int as y
       from unnest($1::float8[], $2::float8[], $3::text[]) with ordinality as asked(lon, lat, department, position)
      cross join lateral (select legal_grid(asked.department) as grid,
        st_transform(st_setsrid(st_makepoint(asked.lon, asked.lat), 4326), legal_grid(asked.department)) as at) g
      order by asked.position`,
    [asked.map(({ at }) => at.lon), asked.map(({ at }) => at.lat), asked.map(({ reference }) => overseasDepartmentOf(reference))],
  );
  const placed = new Map(asked.map(({ at }, index) => [keyOf(at), rows[index]]));
  await refuseCrossings(tx, shapes);
  return (degrees) => {
    const row = placed.get(keyOf(degrees));
    if (row === undefined) throw new Error('A point of the need was not placed on its grid.');
    return { grid: row.grid, xM: row.x, yM: row.y };
  };
}

const crossing = said('le tracé se croise lui-même', 'the drawing crosses itself');

async function refuseCrossings(tx: EntityManager, shapes: readonly Shape[]): Promise<void> {
  if (shapes.length === 0) return;
  const texts = shapes.map(({ corners }) => `POLYGON((${corners.map(keyOf).join(',')}))`);
  const rows: { valid: boolean }[] = await tx.query(
    'select st_isvalid(st_geomfromtext(shape)) as valid from unnest($1::text[]) with ordinality as asked(shape, position) order by position',
    [texts],
  );
  const errors = shapes.flatMap(({ pointer }, index) =>
    rows[index]?.valid === true ? [] : [{ in: 'body' as const, pointer: `${pointer}/polygon`, message: crossing.error() }],
  );
  if (errors.length > 0) throw problem('invalid-input', { errors });
}
