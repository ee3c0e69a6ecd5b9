import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { completenessOf } from '../site.completeness.js';
import { CONSTRAINTS, FEATURES, USES } from '../site.vocabulary.js';
import { whyNotEditSite } from './kept-site.rules.js';
import type { KeptSite } from './kept-site.schemas.js';
import { keptSitesPolicy } from './kept-sites.policy.js';
import type { KeptRecord } from './kept-sites.queries.js';

export const scopeOf = ({ organisation }: KeptRecord) => ({ organisationId: organisation?.id ?? null });

/** May this person read what members read: members always, moderators once the place has been submitted to them. */
export function readsKept({ state }: KeptRecord): Permission {
  const { by, ...line } = keptSitesPolicy.getKeptSite;
  const isTheirs = state !== 'draft' && state !== 'potential';
  return { ...line, by: isTheirs ? by : by.filter((holder) => holder !== 'moderator') };
}

export function toKept(actor: Actor, site: KeptRecord, lifeActions: Omit<KeptSite['actions'], 'updateSite'>): KeptSite {
  const { organisation, ...rest } = site;
  return {
    ...rest,
    organisation: organisation && { id: organisation.id, name: organisation.name, state: organisation.state },
    completeness: completenessOf(known(site)),
    actions: {
      updateSite: whyNotAllowed(keptSitesPolicy.updateSite, actor, scopeOf(site)) ?? whyNotEditSite(site.state),
      ...lifeActions,
    },
  };
}

type Known = Parameters<typeof completenessOf>[0];
const all = <W extends string>(words: readonly W[], facts: Partial<Record<W, boolean | null>>) =>
  Object.fromEntries(words.map((word) => [word, facts[word] ?? null])) as Record<W, boolean | null>;
const stated = <T>(value: T) => ({ value, source: null });

/** The questions asked of a public place, asked of what is written. */
function known({ fields, photoCount }: Pick<KeptRecord, 'fields' | 'photoCount'>): Known {
  const { landAreaM2, footprintM2, buildingCount, condition, builtYear, vacantSince, formerActivity } = fields;
  const facts = { landAreaM2, footprintM2, buildingCount, condition, builtYear, vacantSince, formerActivity };
  const { propertyStatus, planningDocument, planningZone, parcels } = fields;
  const more = { propertyStatus, planningDocument, planningZone, parcels };
  const statedFacts = Object.fromEntries(Object.entries({ ...facts, ...more }).map(([field, value]) => [field, stated(value)]));
  const sum = (...amounts: readonly (number | null)[]) =>
    amounts.includes(null) ? null : amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  return {
    kind: fields.kind,
    photos: Array.from({ length: photoCount }, () => ({ alt: null, decorative: true })) as unknown as Known['photos'],
    description: fields.description,
    point: fields.point,
    facts: statedFacts as Known['facts'],
    features: all(FEATURES, fields.features),
    constraints: all(CONSTRAINTS, fields.constraints),
    uses: all(USES, fields.uses),
    premises: fields.premises.map((part) => ({
      ...part,
      features: all(FEATURES, { ...fields.features, ...part.features }),
      uses: all(USES, { ...fields.uses, ...part.uses }),
    })),
    offers: fields.offers.map((offer) => ({
      ...offer,
      costCentsPerYear: sum(offer.rentCentsPerYear, offer.chargesCentsPerYear, offer.taxesCentsPerYear),
    })),
    owner: {
      kind: fields.ownerKind,
      name: fields.ownerName,
      organisation: null,
      agentRole: null,
      contact: fields.contactPublic ?? fields.contactEmail,
      email: fields.contactEmail,
    },
  };
}
