import { FRICHES_CAUSES } from './friches.causes.js';
import type { FrichesContext } from './friches.context.js';
import { FRICHES_DIALECTS } from './friches.dialects.js';
import { FRICHES_RULES } from './friches.lead.js';
import { mapFriche } from './friches.map.js';
import { loadFrichesContext } from './friches.queries.js';
import { plainText } from '../../territories/place-name.rules.js';
import type { Importer, Note } from '../import.types.js';
import type { SourcedSite, SourcedValues } from '../sourced-sites/sourced-site.types.js';
import { upsertSourcedSites } from '../sourced-sites/sourced-sites.js';

/** Brownfield inventories: the national export of Cartofriches and any file in the CNIG standard. */
export const frichesImporter: Importer<SourcedSite, FrichesContext> = {
  kind: 'friches',
  label: { fr: 'Friches (Cartofriches, standard CNIG)', en: 'Brownfields (Cartofriches, CNIG standard)' },
  dialects: FRICHES_DIALECTS,
  causes: FRICHES_CAUSES,
  prepare: loadFrichesContext,
  map: mapFriche,
  merge: mergeRows,
  upsert: (tx, batch, run) => upsertSourcedSites(tx, batch, FRICHES_RULES, run),
};

/** Fields on which two rows of one place may differ without anybody being wrong. */
const NOT_A_QUARREL = new Set([
  'point',
  'facts.site_id',
  'facts.page_url',
  'facts.source',
  'facts.source_url',
  'facts.producer',
  'facts.identified_on',
]);

/** How the fields most often disputed are called in the files. */
const HEADINGS: Readonly<Record<string, string>> = {
  name: 'site_nom',
  landAreaM2: 'site_surface',
  'facts.land_unit_m2': 'unite_fonciere_surface',
  parcels: 'unite_fonciere_refcad',
  ownerKind: 'proprio_type',
  ownerName: 'proprio_nom',
  'facts.owner_classes': 'proprio_type',
  formerActivity: 'activite_libelle',
  'facts.status': 'site_statut',
  'facts.occupation': 'site_occupation',
  condition: 'bati_etat',
  buildingCount: 'bati_nombre',
  planningZone: 'urba_zone_type',
  communeId: 'comm_insee',
};

/** Two rows of one file for one place: the later wins field by field, the first on equal dates; what only one says is kept. */
export function mergeRows(first: SourcedSite, next: SourcedSite): { record: SourcedSite; notes: readonly Note[] } {
  const [strong, weak] = (next.sourceDate ?? '') > (first.sourceDate ?? '') ? [next, first] : [first, next];
  const values: Record<string, unknown> = { ...strong.values };
  const disputed: string[] = [];
  for (const [field, value] of Object.entries(weak.values)) {
    if (value === null || value === undefined) continue;
    values[field] ??= value;
    if (!NOT_A_QUARREL.has(field) && !agree(values[field], value))
      disputed.push(HEADINGS[field] ?? field.replace(/^(?:facts|constraints)\./, ''));
  }
  const ids = [first.values['facts.site_id'], next.values['facts.site_id']].filter(Boolean);
  values['facts.site_id'] = ids.length > 0 ? [...new Set(ids)].join(' | ') : null;
  const notes: Note[] =
    disputed.length > 0 ? [{ field: null, value: [...new Set(disputed)].join(', '), cause: 'merged_rows_disagree' }] : [];
  const causes = [...new Set([...first.causes, ...next.causes])];
  return { record: { ...strong, values: values as SourcedValues, causes }, notes };
}

/** Two measures within a percent are the same measure, drawn twice. */
function agree(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) <= Math.max(left, right) / 100;
  if (typeof left === 'string' && typeof right === 'string') return plainText(left) === plainText(right);
  return JSON.stringify(left) === JSON.stringify(right);
}
