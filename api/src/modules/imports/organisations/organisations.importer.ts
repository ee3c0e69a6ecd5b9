import { isSiae, NEIGHBOUR_STATUSES, SIAE_STATUSES, type RegisterStatus } from '../../organisations/organisation.vocabulary.js';
import { upsertRegistered, type RegisteredOrganisation } from '../../organisations/organisations.writes.js';
import { readSiret } from '../../organisations/siret.rules.js';
import { readPoint } from '../../territories/french-point.rules.js';
import { plainText } from '../../territories/place-name.rules.js';
import { loadTerritoryIndex, type TerritoryIndex } from '../../territories/territory.index.js';
import { asDate, said } from '../friches/friches.cells.js';
import { holdsContact } from '../friches/friches.persons.js';
import type { Importer, Mapped, Note, SourceRow, WithKey } from '../import.types.js';
import { ORGANISATIONS_CAUSES } from './organisations.causes.js';
import { SIAE_DIALECT } from './organisations.dialects.js';

/** One body, known by its SIRET. */
export interface OrganisationRecord extends WithKey, Omit<RegisteredOrganisation, 'id' | 'siret'> {}
export interface OrganisationsContext {
  readonly territories: TerritoryIndex;
  readonly asOf: string | null;
}

export const organisationsImporter: Importer<OrganisationRecord, OrganisationsContext> = {
  kind: 'organisations',
  label: { fr: 'Organisations (liste des SIAE)', en: 'Organisations (list of SIAE)' },
  dialects: [SIAE_DIALECT],
  causes: ORGANISATIONS_CAUSES,
  prepare: async (tx, run) => ({ territories: await loadTerritoryIndex(tx), asOf: run.asOf }),
  map: mapOrganisation,
  merge: mergeOrganisations,
  async upsert(tx, batch, run) {
    const rows = batch.map(({ sourceKey, ...said }) => ({ ...said, id: run.newId(), siret: sourceKey }));
    const results = await upsertRegistered(tx, rows, run.dialect.dataset.id, run.startedAt);
    return results.map(({ id, outcome, claimed }) => ({
      outcome,
      recordId: id,
      notes: claimed && outcome !== 'unchanged' ? [{ field: null, value: null, cause: 'claimed_organisation_kept' }] : [],
    }));
  },
};

const STATUSES: ReadonlyMap<string, RegisterStatus> = new Map<string, RegisterStatus>([
  ...[...SIAE_STATUSES, ...NEIGHBOUR_STATUSES].map((status): [string, RegisterStatus] => [status, status]),
  // A temporary-work company adapted to handicap is an adapted company.
  ['EATT', 'EA'],
]);

export function mapOrganisation({ values }: SourceRow, { territories, asOf }: OrganisationsContext): Mapped<OrganisationRecord> {
  const notes: Note[] = [];
  const refuse = (note: Note): Mapped<OrganisationRecord> => ({ outcome: 'refused', sourceKey: null, notes: [...notes, note] });
  const written = values['siret'] ?? '';
  const { siret, how } = readSiret(written);
  if (siret === null) return refuse({ field: 'siret', value: written || null, cause: `siret_${how}` });
  if (how === 'zero_restored') notes.push({ field: 'siret', value: written, cause: 'siret_zero_restored', params: { found: siret } });
  const kind = (said(values['kind']) ?? '').toUpperCase();
  const status = STATUSES.get(kind);
  if (!status) return refuse({ field: 'kind', value: kind || null, cause: 'kind_unknown' });
  // The brand is how people know it; the registered name may be that of a person.
  const name = said(values['brand']) ?? said(values['name']);
  if (!name) return refuse({ field: 'name', value: null, cause: 'organisation_nameless' });
  if (!isSiae(status)) notes.push({ field: 'kind', value: kind, cause: 'not_siae' });
  const seenOn = asDate(said(values['seenOn']) ?? '');
  const record: OrganisationRecord = {
    sourceKey: siret,
    name,
    ...readWhere(values, territories, notes),
    summary: readSummary(values['summary'], notes),
    website: /^https?:\/\/\S+$/i.test(values['website'] ?? '') ? (values['website'] ?? null) : null,
    statuses: [{ status, seenOn: seenOn && seenOn !== 'sentinel' ? seenOn.iso : asOf }],
  };
  return { outcome: 'record', record, notes };
}

type Where = Pick<OrganisationRecord, 'communeId' | 'departmentCode' | 'point'>;

function readWhere(values: SourceRow['values'], territories: TerritoryIndex, notes: Note[]): Where {
  const postalCode = said(values['postalCode'])?.padStart(5, '0') ?? '';
  const department = territories.department(said(values['department']) ?? postalCode.slice(0, postalCode.startsWith('97') ? 3 : 2));
  const city = said(values['city']);
  const found = city && department ? territories.communeByName(city, department) : null;
  if (!found) notes.push({ field: 'city', value: [city, department].filter(Boolean).join(' ') || null, cause: 'commune_unknown' });
  else if (found.how === 'merged') {
    notes.push({ field: 'city', value: city, cause: 'commune_merged', params: { found: `${found.commune.name} (${found.commune.code})` } });
  }
  const { point, how } = readPoint(values['longitude'] ?? '', values['latitude'] ?? '');
  if (how === 'missing') notes.push({ field: 'longitude', value: null, cause: 'point_missing' });
  if (how === 'unreadable')
    notes.push({ field: 'longitude', value: `${values['longitude']} ${values['latitude']}`, cause: 'point_unreadable' });
  return { communeId: found?.commune.id ?? null, departmentCode: found?.commune.departmentCode ?? department, point };
}

const MAX_SUMMARY = 2000;
function readSummary(cell: string | undefined, notes: Note[]): string | null {
  const text = said(cell);
  if (!text || !holdsContact(text)) return text?.slice(0, MAX_SUMMARY) ?? null;
  notes.push({ field: 'summary', value: null, cause: 'summary_dropped' });
  return null;
}

/** A SIRET repeated is one body with several conventions: statuses add up, the first row says the rest and the next fills its blanks. */
export function mergeOrganisations(
  first: OrganisationRecord,
  next: OrganisationRecord,
): { record: OrganisationRecord; notes: readonly Note[] } {
  const known = new Set(first.statuses.map(({ status }) => status));
  const statuses = [...first.statuses, ...next.statuses.filter(({ status }) => !known.has(status))];
  const notes: Note[] = [];
  if (statuses.length > first.statuses.length) {
    const found = statuses.map(({ status }) => status).join(', ');
    notes.push({ field: 'kind', value: first.sourceKey, cause: 'several_statuses', params: { found } });
  }
  if (plainText(first.name) !== plainText(next.name)) {
    notes.push({ field: 'name', value: first.name, cause: 'names_differ', params: { found: next.name } });
  }
  const blanks = { communeId: first.communeId ?? next.communeId, departmentCode: first.departmentCode ?? next.departmentCode };
  const more = { point: first.point ?? next.point, summary: first.summary ?? next.summary, website: first.website ?? next.website };
  return { record: { ...first, ...blanks, ...more, statuses }, notes };
}
