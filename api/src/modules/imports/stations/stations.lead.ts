import type { SourcedSiteRules } from '../sourced-sites/sourced-site.types.js';
import { SNCF_STATIONS } from './stations.dialects.js';

export const STATION_RULES: SourcedSiteRules = {
  kind: 'disused_station',
  keyIs: 'uic',
  datasetOrder: [SNCF_STATIONS.id],
  whyNotLead: (values) => (values['facts.freight'] === true || values['facts.passengers'] === true ? 'station_open' : null),
};
