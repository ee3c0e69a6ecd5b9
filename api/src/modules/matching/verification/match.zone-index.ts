import type { Bind } from '../criteria/criterion.js';
import type { Grid, Zone, ZonePart } from '../engine/match.profile.js';
import { widerRadiusM } from '../engine/match.zone.js';

type Circle = Extract<ZonePart, { type: 'circle' }>;

/** Side of the squares places are filed under: 8 to 32 km measured alike, 2 km worse. */
export const CELL_M = 16_000;
export const UNKNOWN_CELL = -1;

const GRIDS: readonly Grid[] = [2154, 5490, 2972, 2975, 4471, 4467];

export function cellOf(grid: Grid, xM: number, yM: number): number {
  return GRIDS.indexOf(grid) * 1_000_000 + Math.floor(xM / CELL_M) * 1000 + Math.floor(yM / CELL_M);
}

/**
 * Conditions an index can serve, implied by “inside, unknown or near”: what they skip, the pure function excludes.
 * Codes above the department are turned into departments by the territory table.
 */
export function zoneIndexConditions(zone: Zone, bind: Bind): string[] {
  return zone.flatMap((group) => {
    if (group.every((part) => part.type === 'territories')) return [departmentCondition(group, bind)];
    const cells = group.flatMap((part) => cellsOf(part) ?? [Number.NaN]);
    if (cells.length > 1500 || cells.some(Number.isNaN)) return [];
    return [`m.cell = any(${bind([UNKNOWN_CELL, ...new Set(cells)], 'int[]')})`];
  });
}

/** Only what is asked for is looked up; places not fully situated are filed under ''. */
function departmentCondition(group: readonly Extract<ZonePart, { type: 'territories' }>[], bind: Bind): string {
  const codes = (level: 'regions' | 'departments' | 'epcis' | 'communes'): readonly string[] => group.flatMap((part) => part[level]);
  const [regions, epcis, communes] = [codes('regions'), codes('epcis'), codes('communes')];
  const lookUps = [
    `select unnest(${bind(['', ...codes('departments')], 'text[]')})`,
    ...(regions.length > 0
      ? [`select department_code from territory where kind = 'department' and region_code = any(${bind(regions, 'text[]')})`]
      : []),
    ...(epcis.length > 0
      ? [`select department_code from territory where kind = 'commune' and epci_code = any(${bind(epcis, 'text[]')})`]
      : []),
    ...(communes.length > 0
      ? [
          `select department_code from territory where id = any(${bind(
            communes.map((code) => `commune:${code}`),
            'text[]',
          )})`,
        ]
      : []),
  ];
  if (lookUps.length === 1) return `m.area_key = any(${bind(['', ...codes('departments')], 'text[]')})`;
  return `m.area_key = any(array(${lookUps.join(' union ')}))`;
}

export function cellsOf(part: ZonePart): number[] | null {
  if (part.type === 'territories') return null;
  const box = part.type === 'circle' ? circleBox(part) : polygonBox(part.ring);
  const grid = part.type === 'circle' ? part.centre.grid : part.grid;
  const cells: number[] = [];
  const columns = (box.maxX - box.minX) / CELL_M;
  const rows = (box.maxY - box.minY) / CELL_M;
  if (columns * rows > 1500) return null;
  for (let x = Math.floor(box.minX / CELL_M); x <= Math.floor(box.maxX / CELL_M); x++) {
    for (let y = Math.floor(box.minY / CELL_M); y <= Math.floor(box.maxY / CELL_M); y++) {
      cells.push(cellOf(grid, x * CELL_M, y * CELL_M));
    }
  }
  return cells;
}

interface Box {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

function circleBox(circle: Circle): Box {
  const radius = widerRadiusM(circle.radiusM);
  const { xM, yM } = circle.centre;
  return { minX: xM - radius, maxX: xM + radius, minY: yM - radius, maxY: yM + radius };
}

function polygonBox(ring: readonly (readonly [number, number])[]): Box {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) };
}
