import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../../platform/journal/act.js';
import { kindOfPlace } from './place.kinds.js';
import type { ImportRun, Note, Upserted } from '../import.types.js';
import { compactValues, factsOf, type KnownSource } from '../sourced-sites/sourced-site.rules.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { replaceProvenance, writeSites, writeSources } from '../sourced-sites/sourced-sites.queries.js';
import { refreshTransit } from '../sourced-sites/transit.queries.js';
import { findOwnSources, type OwnSource, replaceParts, writeSaid } from './places.queries.js';

/** Whose drafts are written. */
export interface Keeper {
  readonly organisationId: string;
  readonly ownerKind: string | null;
}

export function keeperOf({ organisation }: { readonly organisation: { readonly id: string; readonly ownerKind: string | null } }): Keeper {
  return { organisationId: organisation.id, ownerKind: organisation.ownerKind };
}

export interface PlacePlan {
  readonly record: SourcedSite;
  readonly hash: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly own: OwnSource | null;
  readonly notes: readonly Note[];
}

/** What each record would do: the same answer for a dry run and for the real one. A place edited or published since is left alone. */
export async function planPlaces(tx: EntityManager, records: readonly SourcedSite[], datasetId: string): Promise<PlacePlan[]> {
  const keys = records.map(({ sourceKey }) => sourceKey);
  const known = await findOwnSources(tx, datasetId, keys);
  return records.map((record) => {
    const own = known.get(record.sourceKey) ?? null;
    const hash = hashOf(record);
    if (own === null) return { record, hash, own, outcome: 'created', notes: [] };
    if (own.hash === hash) return { record, hash, own, outcome: 'unchanged', notes: [] };
    const isKept = own.siteState !== 'draft' || own.isEdited;
    const notes = isKept ? [{ field: null, value: null, cause: 'edited_place_kept' }] : [];
    return { record, hash, own, outcome: isKept ? 'unchanged' : 'updated', notes };
  });
}

/** The same whether the record comes from a file or from the database, which keeps the keys of its objects in an order of its own. */
function hashOf({ values, sourceDate }: SourcedSite): string {
  const said = JSON.parse(JSON.stringify([sourceDate, compactValues(values)])) as unknown;
  return createHash('sha256').update(canonicalJson(said)).digest('hex').slice(0, 32);
}

export type WrittenPlace = Pick<Upserted, 'outcome' | 'recordId' | 'notes'> & { readonly before: OwnSource | null };

/** Writes drafts of the organisation with their source, premises and offer. One answer per record, in order. */
export async function writePlaces(
  tx: EntityManager,
  records: readonly SourcedSite[],
  run: ImportRun,
  keeper: Keeper,
): Promise<WrittenPlace[]> {
  const plans = await planPlaces(tx, records, run.dialect.dataset.id);
  const changed = plans
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map((plan) => ({ ...plan, siteId: plan.own?.siteId ?? run.newId(), sourceId: plan.own?.sourceId ?? run.newId() }));
  await rewritePlaces(
    tx,
    changed.map((plan) => ({ ...plan, isNew: plan.own === null })),
    run,
    keeper,
  );
  const written = new Map(changed.map(({ record, siteId }) => [record.sourceKey, siteId]));
  return plans.map(({ record, outcome, own, notes }) => ({
    outcome,
    recordId: written.get(record.sourceKey) ?? own?.siteId ?? null,
    notes,
    before: outcome === 'updated' ? own : null,
  }));
}

export interface PlaceToWrite {
  readonly record: SourcedSite;
  readonly hash: string;
  readonly siteId: string;
  readonly sourceId: string;
  readonly isNew: boolean;
}

export type WritingRun = Pick<ImportRun, 'id' | 'kind' | 'startedAt' | 'newId'> & {
  readonly dialect: { readonly dataset: { readonly id: string } };
};

export async function rewritePlaces(tx: EntityManager, places: readonly PlaceToWrite[], run: WritingRun, keeper: Keeper): Promise<void> {
  if (places.length === 0) return;
  await writeSites(
    tx,
    places.map(({ record: { values, sourceKey }, siteId, isNew }) => ({
      id: siteId,
      historyId: isNew ? run.newId() : null,
      values: { ...values, ownerKind: (keeper.ownerKind as typeof values.ownerKind) ?? null },
      kind: kindOfPlace(values),
      name: values.name ?? sourceKey,
      features: factsOf(values, 'features'),
      constraints: factsOf(values, 'constraints'),
      uses: factsOf(values, 'uses'),
      lead: false,
      notLeadReason: null,
    })),
    run,
    { state: 'draft', organisationId: keeper.organisationId },
  );
  await writeSources(
    tx,
    places.map(({ record, siteId, sourceId, hash }) => ({ ...record, siteId, sourceId, hash, values: compactValues(record.values) })),
    run,
  );
  await replaceProvenance(
    tx,
    places.map(({ record, siteId, sourceId }) => ({ siteId, provenance: provenanceOf(record, sourceId, run.dialect.dataset.id) })),
  );
  await writeSaid(
    tx,
    places.map(({ record, siteId, isNew }) => ({ siteId, isNew, values: record.values })),
  );
  await replaceParts(
    tx,
    places.map(({ record, siteId }) => ({ siteId, premisesId: run.newId(), offerId: run.newId(), values: record.values })),
  );
  await refreshTransit(
    tx,
    places.map(({ siteId }) => siteId),
  );
}

function provenanceOf(
  { values, sourceKey, sourceDate }: SourcedSite,
  sourceId: string,
  datasetId: string,
): ReadonlyMap<string, KnownSource> {
  const source: KnownSource = { sourceId, datasetId, sourceKey, sourceDate, values };
  return new Map(Object.keys(compactValues(values)).map((field) => [field, source]));
}
