import type { LonLat } from '../../territories/french-point.rules.js';
import type { IndexedCommune } from '../../territories/territory.index.js';
import { outsideCommune, readCommune } from './friches.communes.js';
import type { FrichesContext } from './friches.context.js';
import { whyNotLead } from './friches.lead.js';
import { readLocation } from './friches.location.js';
import { readBuildings, readLand } from './friches.land.js';
import { RowReading } from './friches.reading.js';
import { readOrigin, readOwnership, readStatus } from './friches.standing.js';
import { FRICHES_CAUSES } from './friches.causes.js';
import { COMMON_CAUSES } from '../import.causes.js';
import type { CauseTable, Mapped, SourceRow } from '../import.types.js';
import { compactValues } from '../sourced-sites/sourced-site.rules.js';
import type { SourcedSite, SourcedValues } from '../sourced-sites/sourced-site.types.js';

/** One row of a brownfield file → what its source says of a place, or why nothing can be kept. */
export function mapFriche(row: SourceRow, context: FrichesContext): Mapped<SourcedSite> {
  const reading = new RowReading(row.values, context.today);
  const siteId = reading.cell('site_id');
  const where = readWhere(row, reading, context);
  const name = readName(reading, siteId);
  const sourceKey = context.places.keyOf(siteId, where.point, name);
  if (!sourceKey) {
    reading.tell('site_id', null, 'identity_missing');
    return { outcome: 'refused', sourceKey: null, notes: reading.notes };
  }
  if (!where.commune && !where.point) {
    reading.tell('comm_insee', reading.cell('comm_insee'), 'place_nowhere');
    return { outcome: 'refused', sourceKey: siteId, notes: reading.notes };
  }
  if (siteId && sourceKey !== siteId) reading.tell('site_id', siteId, 'same_place', { found: sourceKey });
  if (!name) reading.tell('site_nom', null, 'name_missing');
  const values = compactValues({
    name,
    address: reading.text('site_adresse'),
    point: where.point,
    outline: where.outline ?? null,
    communeId: where.commune?.id ?? null,
    departmentCode: where.departmentCode,
    'facts.commune_name': where.commune?.name ?? null,
    'facts.site_id': siteId === sourceKey ? null : siteId,
    ...readLand(row, reading),
    ...readBuildings(reading),
    ...readStatus(row, reading),
    ...readOwnership(row, reading),
    ...readOrigin(reading),
  });
  const sourceDate = reading.date('site_actu_date') ?? context.asOf;
  const reason = whyNotLead(values);
  if (reason) reading.tell(null, null, `not_lead_${reason}`);
  return { outcome: 'record', record: { sourceKey, sourceDate, values, causes: warningsOf(reading) }, notes: reading.notes };
}

/** An identifier repeated in the name names nothing. */
function readName(reading: RowReading, siteId: string | null): string | null {
  const name = reading.text('site_nom');
  return name && siteId && name.split(/[\s,;/]+/).every((word) => word === siteId) ? null : name;
}

interface Where {
  readonly commune: IndexedCommune | null;
  readonly departmentCode: string | null;
  readonly point: LonLat | null;
  readonly outline: SourcedValues['outline'];
}

/** A point far outside the commune stated is not believed: the place is shown at its commune. */
function readWhere(row: SourceRow, reading: RowReading, context: FrichesContext): Where {
  const { commune, departmentCode, notes } = readCommune(row.values['comm_insee'], row.values['comm_nom'], context.territories);
  const { point, outline, notes: pointNotes } = readLocation(row.values, row.geometry);
  reading.notes.push(...notes, ...pointNotes);
  const outside = point && commune ? outsideCommune(point, commune, context.extents.get(commune.id)) : null;
  if (!point || !commune || !outside) return { commune, departmentCode, point, outline };
  const params = { km: outside.km, commune: `${commune.name} (${commune.code})` };
  reading.tell('geompoint', `${point.lon} ${point.lat}`, outside.believed ? 'point_far_from_commune' : 'point_not_believed', params);
  return { commune, departmentCode, point: outside.believed ? point : null, outline: outside.believed ? outline : null };
}

const ALL_CAUSES: CauseTable = { ...COMMON_CAUSES, ...FRICHES_CAUSES };
function warningsOf({ notes }: RowReading): string[] {
  return [...new Set(notes.map(({ cause }) => cause).filter((cause) => ALL_CAUSES[cause]?.severity === 'warning'))];
}
