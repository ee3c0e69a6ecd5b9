import type { SourcedSiteRules } from '../sourced-sites/sourced-site.types.js';
import { CENSUS, FABRIQUES, HUB_LO, OTHER_LIST } from './tiers-lieux.dialects.js';

/** Seen by all, and on a shelf of their own: never leads, since they are lived in. */
export const TIERS_LIEUX_RULES: SourcedSiteRules = {
  kind: 'tiers_lieu',
  datasetOrder: [CENSUS.id, FABRIQUES.id, HUB_LO.id, OTHER_LIST.id],
  whyNotLead: () => null,
};
