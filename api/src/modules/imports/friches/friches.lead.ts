import type { SourcedSiteRules, SourcedValues } from '../sourced-sites/sourced-site.types.js';
import { CARTOFRICHES, CNIG_FRICHES } from './friches.dialects.js';

/** Why a brownfield is not shown as a lead. The first that applies is the one told. */
export const NOT_LEAD_REASONS = ['converted', 'with_project', 'unverified', 'natural_person_owner', 'status_unknown'] as const;
export type NotLeadReason = (typeof NOT_LEAD_REASONS)[number];

/**
 * Only brownfields that someone verified, without project, and without a natural person among the owners become leads (domain §4).
 * An owner nobody named is a question to ask, not a natural person.
 */
export function whyNotLead(values: SourcedValues): NotLeadReason | null {
  const status = values['facts.status'];
  if (status === 'converted' || status === 'with_project') return status;
  if (status !== 'without_project' && values['facts.prelocated'] === true) return 'unverified';
  if (values.ownerTouchesNaturalPerson === true) return 'natural_person_owner';
  return status === 'without_project' ? null : 'status_unknown';
}

export const FRICHES_RULES: SourcedSiteRules = {
  kind: 'brownfield',
  keyIs: 'inventory_id',
  /** What stood there (a shop, houses, a school) does not say what can be had: only railway land is a kind of its own. */
  kindOf: (values) => (values['facts.site_type'] === 'friche ferroviaire' ? 'railway_land' : 'brownfield'),
  nameless: (values) => (values['facts.commune_name'] ? `Friche à ${String(values['facts.commune_name'])}` : 'Friche sans nom'),
  datasetOrder: [CARTOFRICHES.id, CNIG_FRICHES.id],
  whyNotLead,
};
