import type { Bind, CriterionSql } from './criterion.js';
import type { ZonePart } from '../engine/match.profile.js';
import { widerRadiusM } from '../engine/match.zone.js';

/** The SQL twin of match.zone.ts over `site_match m`: blanks are '' for a code and grid 0 for a point. */

interface PartSql {
  readonly inside: string;
  readonly unknown: string;
}

type Circle = Extract<ZonePart, { type: 'circle' }>;

function circleSql(circle: Circle, radiusM: number, bind: Bind): string {
  const dx = `(m.x_m - ${bind(circle.centre.xM, 'int')})::bigint`;
  const dy = `(m.y_m - ${bind(circle.centre.yM, 'int')})::bigint`;
  return `(m.grid = ${bind(circle.centre.grid, 'int')} and ${dx} * ${dx} + ${dy} * ${dy} <= ${bind(radiusM * radiusM, 'bigint')})`;
}

function partSql(part: ZonePart, bind: Bind): PartSql {
  if (part.type === 'circle') return { inside: circleSql(part, part.radiusM, bind), unknown: 'm.grid = 0' };
  if (part.type === 'polygon') {
    const wkt = `POLYGON((${part.ring.map(([x, y]) => `${String(x)} ${String(y)}`).join(',')}))`;
    const shape = `st_geomfromtext(${bind(wkt, 'text')})`;
    return {
      inside: `(m.grid = ${bind(part.grid, 'int')} and st_intersects(st_makepoint(m.x_m, m.y_m), ${shape}))`,
      unknown: 'm.grid = 0',
    };
  }
  const levels: readonly (readonly [string, readonly string[]])[] = [
    ['m.region_code', part.regions],
    ['m.department_code', part.departments],
    ['m.epci_code', part.epcis],
    ['m.commune_code', part.communes],
  ];
  const asked = levels.filter(([, codes]) => codes.length > 0);
  return {
    inside: any(asked.map(([column, codes]) => `${column} = any(${bind(codes, 'text[]')})`)),
    unknown: any(asked.map(([column]) => `${column} = ''`)),
  };
}

interface GroupSql {
  readonly unmet: string;
  readonly unknown: string;
  /** Written on demand: a parameter that is bound must be used. */
  readonly near: () => string;
}

function groupSql(group: readonly ZonePart[], bind: Bind): GroupSql {
  const parts = group.map((part) => partSql(part, bind));
  const inside = any(parts.map((part) => part.inside));
  const unknown = any(parts.map((part) => part.unknown));
  const near = (): string =>
    any(group.filter((part) => part.type === 'circle').map((circle) => circleSql(circle, widerRadiusM(circle.radiusM), bind)));
  return { unmet: `not (${inside} or ${unknown})`, unknown: `(not ${inside} and ${unknown})`, near };
}

function any(alternatives: readonly string[]): string {
  return alternatives.length === 0 ? 'false' : `(${alternatives.join(' or ')})`;
}

function unmetGroupCount(groups: readonly GroupSql[]): string {
  return `(${groups.map((group) => `(${group.unmet})::int`).join(' + ')})`;
}

export const zoneSql: CriterionSql = {
  unmet: (need, bind) => any(need.zone.map((group) => groupSql(group, bind).unmet)),
  unknown: (need, bind) => {
    const groups = need.zone.map((group) => groupSql(group, bind));
    return `(not ${any(groups.map((group) => group.unmet))} and ${any(groups.map((group) => group.unknown))})`;
  },
  near: (need, bind) => {
    const groups = need.zone.map((group) => groupSql(group, bind));
    return `(${unmetGroupCount(groups)} = 1 and ${any(groups.map((group) => `(${group.unmet} and ${group.near()})`))})`;
  },
  // A circle the place is near to goes first, as in `radiusToReach`.
  size: (need, bind) => {
    const circles = need.zone.flatMap((group) => {
      const { unmet } = groupSql(group, bind);
      return group.filter((part) => part.type === 'circle').map((circle) => ({ circle, unmet }));
    });
    if (circles.length === 0) return 'null::bigint';
    const alone = `${unmetGroupCount(need.zone.map((group) => groupSql(group, bind)))} = 1`;
    const all = circles.map(({ circle, unmet }) => extraRadiusSql(circle, unmet, bind));
    if (all.length === 1) return `case when ${alone} then ${all.join('')} end`;
    const near = circles.map(({ circle, unmet }) =>
      extraRadiusSql(circle, `${unmet} and ${circleSql(circle, widerRadiusM(circle.radiusM), bind)}`, bind),
    );
    return `case when ${alone} then coalesce(least(${near.join(', ')}), least(${all.join(', ')})) end`;
  },
};

function extraRadiusSql(circle: Circle, when: string, bind: Bind): string {
  const dx = `(m.x_m - ${bind(circle.centre.xM, 'int')})::bigint`;
  const dy = `(m.y_m - ${bind(circle.centre.yM, 'int')})::bigint`;
  const radius = `ceil(sqrt((${dx} * ${dx} + ${dy} * ${dy})::float8))::bigint - ${bind(circle.radiusM, 'int')}`;
  return `case when ${when} and m.grid = ${bind(circle.centre.grid, 'int')} then ${radius} end`;
}
