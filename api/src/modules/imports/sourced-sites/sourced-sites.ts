import type { EntityManager } from 'typeorm';
import type { ImportRun, Note, Upserted } from '../import.types.js';
import { compactValues, factsOf, fateOf, hashSource, mergeSources, type KnownSource, type SourceFate } from './sourced-site.rules.js';
import { rulesTogether } from './site-rules.js';
import type { SourcedSite, SourcedSiteRules } from './sourced-site.types.js';
import {
  findKeptUnder,
  findSources,
  markSeen,
  replaceProvenance,
  sourcesOfSites,
  writeSites,
  writeSources,
  type StoredSource,
} from './sourced-sites.queries.js';
import { refreshTransit } from './transit.queries.js';

interface Plan {
  readonly site: SourcedSite;
  readonly hash: string;
  readonly fate: SourceFate;
  readonly own: StoredSource | null;
  readonly siteId: string;
  readonly sourceId: string;
  /** Kept by its owner: the source is recorded, the page left as it is. */
  readonly claimed: boolean;
}

/**
 * Writes what one source says of places: creates the potential ones, records the source, and decides again, field by field, what the
 * places that nobody holds yet show. Idempotent; answers one result per record, in order.
 */
export async function upsertSourcedSites(
  tx: EntityManager,
  batch: readonly SourcedSite[],
  rules: SourcedSiteRules,
  run: ImportRun,
): Promise<readonly Upserted[]> {
  const plans = await planBatch(tx, batch, rules, run);
  await markSeen(tx, sourceIds(plans, ['unchanged']), run);
  const changed = plans.filter(({ fate }) => fate === 'create' || fate === 'add' || fate === 'update');
  if (changed.length > 0) await writeChanged(tx, changed, rules, run);
  return plans.map(toResult);
}

async function planBatch(tx: EntityManager, batch: readonly SourcedSite[], rules: SourcedSiteRules, run: ImportRun): Promise<Plan[]> {
  const keys = batch.map(({ sourceKey }) => sourceKey);
  const stored = await findSources(tx, keys, rules.datasetOrder);
  const unknown = keys.filter((key) => !stored.has(key));
  const kept = rules.keyIs ? await findKeptUnder(tx, rules.keyIs, unknown) : new Map<string, never>();
  return batch.map((site) => {
    const same = stored.get(site.sourceKey) ?? [];
    const own = same.find((source) => source.datasetId === run.dialect.dataset.id) ?? null;
    const known = own ?? same[0] ?? (site.onlyIfKnown ? undefined : kept.get(site.sourceKey)) ?? null;
    const hash = hashSource(site);
    const fate = fateOf({ hash, sourceDate: site.sourceDate, onlyIfKnown: site.onlyIfKnown ?? false }, own, known !== null);
    const claimed = known !== null && known.siteState !== 'potential';
    return { site, hash, fate, own, siteId: known?.siteId ?? run.newId(), sourceId: own?.sourceId ?? run.newId(), claimed };
  });
}

async function writeChanged(tx: EntityManager, changed: readonly Plan[], rules: SourcedSiteRules, run: ImportRun): Promise<void> {
  const datasetId = run.dialect.dataset.id;
  const shown = changed.filter(({ claimed }) => !claimed);
  const others = await sourcesOfSites(tx, siteIds(shown, ['add', 'update']));
  const merged = shown.map((plan) => {
    const incoming: KnownSource = {
      sourceId: plan.sourceId,
      datasetId,
      sourceKey: plan.site.sourceKey,
      sourceDate: plan.site.sourceDate,
      values: plan.site.values,
    };
    const rest = (others.get(plan.siteId) ?? []).filter(({ sourceId }) => sourceId !== plan.sourceId);
    const together = rulesTogether(new Set([incoming, ...rest].map((source) => source.datasetId)));
    return { plan, together, ...mergeSources([incoming, ...rest], together.datasetOrder) };
  });
  await writeSites(
    tx,
    merged.map(({ plan, together, values }) => {
      const reason = together.whyNotLead(values);
      return {
        id: plan.siteId,
        historyId: plan.fate === 'create' ? run.newId() : null,
        values,
        kind: together.kindOf(values) ?? rules.kind,
        name: values.name ?? rules.nameless?.(values) ?? plan.site.sourceKey,
        features: factsOf(values, 'features'),
        constraints: factsOf(values, 'constraints'),
        uses: factsOf(values, 'uses'),
        lead: reason === null,
        notLeadReason: reason,
      };
    }),
    run,
  );
  await writeSources(
    tx,
    changed.map(({ site, siteId, sourceId, hash }) => ({ ...site, siteId, sourceId, hash, values: compactValues(site.values) })),
    run,
  );
  await replaceProvenance(
    tx,
    merged.map(({ plan, provenance }) => ({ siteId: plan.siteId, provenance })),
  );
  await refreshTransit(
    tx,
    shown.map(({ siteId }) => siteId),
  );
}

function siteIds(plans: readonly Plan[], fates: readonly SourceFate[]): string[] {
  return plans.filter(({ fate }) => fates.includes(fate)).map(({ siteId }) => siteId);
}
function sourceIds(plans: readonly Plan[], fates: readonly SourceFate[]): string[] {
  return plans.filter(({ fate }) => fates.includes(fate)).map(({ sourceId }) => sourceId);
}

const OUTCOMES = {
  create: 'created',
  add: 'updated',
  update: 'updated',
  unchanged: 'unchanged',
  older: 'unchanged',
  not_concerned: 'not_concerned',
} as const satisfies Record<SourceFate, Upserted['outcome']>;

function toResult({ site, fate, own, siteId, claimed }: Plan): Upserted {
  const notes: Note[] = [];
  if (fate === 'older') {
    notes.push({ field: null, value: site.sourceDate, cause: 'older_than_known', params: { known: own?.sourceDate ?? '—' } });
  }
  if (claimed && (fate === 'add' || fate === 'update')) notes.push({ field: null, value: null, cause: 'claimed_place_kept' });
  return { outcome: OUTCOMES[fate], recordId: fate === 'not_concerned' ? null : siteId, notes };
}
