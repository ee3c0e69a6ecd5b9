import { createHash } from 'node:crypto';
import type { DemoSite } from './demo.types.js';

const DAY_MS = 86_400_000;

/** The same identifier at each load, so that addresses of demonstration pages last. UUID version 7 form, with a fixed instant. */
export function demoId(name: string): string {
  const hash = createHash('sha256').update(`terrain-demo:${name}`).digest('hex');
  return `019a0000-0000-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

/** Instants and days counted from the day of loading. */
export function calendar(at: Date) {
  const shifted = (days: number) => new Date(at.getTime() + days * DAY_MS);
  return {
    instant: (daysAgo: number) => shifted(-daysAgo).toISOString(),
    day: (days: number | undefined) => (days === undefined ? null : shifted(days).toISOString().slice(0, 10)),
  };
}
type Calendar = ReturnType<typeof calendar>;

const cents = (euros: number | undefined, times = 1) => (euros === undefined ? null : Math.round(euros * 100 * times));
const facts = (yes: readonly string[] = [], no: readonly string[] = []) =>
  Object.fromEntries([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)]);

/** One row of `site`, by column; the loader adds what follows from the commune and the organisation. */
export function siteRow(site: DemoSite, { instant }: Calendar) {
  const state = site.state ?? 'published';
  const since = instant(site.daysAgo);
  return {
    id: demoId(`site:${site.key}`),
    kind: site.kind,
    state,
    name: site.name,
    summary: site.summary,
    description: site.description ?? null,
    address: site.address ?? null,
    lon: site.lonLat[0],
    lat: site.lonLat[1],
    location_shown: site.shown ?? 'exact',
    commune_id: `commune:${site.commune}`,
    land_area_m2: site.landM2 ?? null,
    footprint_m2: site.footprintM2 ?? null,
    building_count: site.buildings ?? null,
    condition: site.condition ?? null,
    built_year: site.built ?? null,
    vacant_since: site.vacantSince ?? null,
    former_activity: site.formerly ?? null,
    owner_kind: site.ownerKind ?? null,
    owner_organisation_id: site.owner === undefined ? null : demoId(`organisation:${site.owner}`),
    agent_role: site.role ?? null,
    property_status: site.property ?? null,
    planning_document: site.planning?.[0] ?? null,
    planning_zone: site.planning?.[1] ?? null,
    features: facts(site.yes, site.no),
    constraints: facts(site.burdens, site.noBurdens),
    uses: facts(site.uses, site.notUses),
    run_by: site.runBy ?? null,
    activities_here: site.hosts ?? null,
    website: site.website ?? null,
    contact_public: state === 'potential' ? null : 'Réponse par le service de démonstration : personne n’est derrière cette fiche.',
    lead: state === 'potential',
    created_at: since,
    published_at: state === 'potential' ? null : since,
    state_changed_at: instant(site.history?.at(-1)?.daysAgo ?? site.daysAgo),
  };
}

export function premisesRows(site: DemoSite) {
  return (site.parts ?? []).map((part, position) => ({
    id: demoId(`premises:${site.key}:${position}`),
    site_id: demoId(`site:${site.key}`),
    position,
    name: part.name,
    floor_area_m2: part.m2 ?? null,
    divisible_from_m2: part.fromM2 ?? null,
    floor_level: part.level ?? null,
    ceiling_height_cm: part.heightCm ?? null,
    condition: part.condition ?? null,
    features: facts(part.yes, part.no),
    uses: {},
    erp_type: part.erp?.[0] ?? null,
    erp_category: part.erp?.[1] ?? null,
  }));
}

export function offerRows(site: DemoSite, { day }: Calendar) {
  return (site.offers ?? []).map((offer, position) => ({
    id: demoId(`offer:${site.key}:${position}`),
    site_id: demoId(`site:${site.key}`),
    premises_id: offer.part === undefined ? null : demoId(`premises:${site.key}:${offer.part}`),
    position,
    tenure: offer.tenure ?? null,
    rent_cents_per_year: cents(offer.rent, 12),
    charges_cents_per_year: cents(offer.charges, 12),
    taxes_cents_per_year: cents(offer.taxes),
    deposit_cents: cents(offer.depositEuros),
    price_cents: cents(offer.priceEuros),
    free_ground: offer.free ?? null,
    available_from: day(offer.from),
    available_until: offer.until === 'open' ? null : day(offer.until),
    open_ended: offer.until === 'open',
    works_cents_estimate: cents(offer.worksEuros),
    works_paid_by_owner: offer.ownerPaysWorks ?? null,
    activities_welcome: offer.welcome ?? null,
  }));
}

export function historyRows(site: DemoSite, { instant }: Calendar) {
  const lines = site.history ?? [{ daysAgo: site.daysAgo, to: site.state ?? ('published' as const) }];
  return lines.map((line, position) => ({
    id: demoId(`history:${site.key}:${position}`),
    site_id: demoId(`site:${site.key}`),
    at: instant(line.daysAgo),
    actor: 'demo',
    from_state: line.from ?? null,
    to_state: line.to,
    reason: line.reason ?? null,
  }));
}

const camelCase = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
/** Columns people read as facts of the place, whose source is shown beside the value. */
const SOURCED = [
  'name',
  'summary',
  'description',
  'address',
  'land_area_m2',
  'footprint_m2',
  'building_count',
  'condition',
  'built_year',
  'vacant_since',
  'former_activity',
  'property_status',
  'planning_document',
  'planning_zone',
  'owner_kind',
] as const;

/** Every value says that it is invented, as every imported value says where it comes from. */
export function provenanceRows(sites: readonly ReturnType<typeof siteRow>[], at: Date) {
  const today = at.toISOString().slice(0, 10);
  const sources = sites.map((site) => ({
    id: demoId(`source:${site.id}`),
    site_id: site.id,
    dataset_id: 'demo',
    source_key: site.id,
    source_date: today,
    values: {},
    notes: [],
    content_hash: 'demo',
    first_seen_at: at.toISOString(),
    last_seen_at: at.toISOString(),
  }));
  const provenance = sites.flatMap((site) => {
    const columns = SOURCED.filter((column) => site[column] !== null).map(camelCase);
    const flags = (['features', 'constraints', 'uses'] as const).flatMap((group) =>
      Object.keys(site[group]).map((word) => `${group}.${word}`),
    );
    return [...columns, 'point', ...flags].map((field) => ({
      site_id: site.id,
      field,
      source_id: demoId(`source:${site.id}`),
      source_date: today,
    }));
  });
  return { sources, provenance };
}
