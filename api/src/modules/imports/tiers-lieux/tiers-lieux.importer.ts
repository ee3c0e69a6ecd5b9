import { loadTerritoryIndex } from '../../territories/territory.index.js';
import type { Importer } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { upsertSourcedSites } from '../sourced-sites/sourced-sites.js';
import { TIERS_LIEUX_CAUSES } from './tiers-lieux.causes.js';
import { FABRIQUES, HUB_LO, TIERS_LIEUX_DIALECTS } from './tiers-lieux.dialects.js';
import { TIERS_LIEUX_RULES } from './tiers-lieux.lead.js';
import { mapTiersLieu, type TiersLieuxContext } from './tiers-lieux.map.js';

/** Tiers-lieux that are there: who runs them, what is done there. */
export const tiersLieuxImporter: Importer<SourcedSite, TiersLieuxContext> = {
  kind: 'tiers-lieux',
  label: { fr: 'Tiers-lieux', en: 'Tiers-lieux' },
  dialects: TIERS_LIEUX_DIALECTS,
  causes: TIERS_LIEUX_CAUSES,
  prepare: async (tx, { dialect, asOf }) => ({
    territories: await loadTerritoryIndex(tx),
    asOf,
    pointsAreOfCommunes: dialect.dataset.id === FABRIQUES.id,
    isMixed: dialect.dataset.id === HUB_LO.id,
  }),
  map: mapTiersLieu,
  // Each list numbers its places for itself.
  upsert: (tx, batch, run) => upsertSourcedSites(tx, batch, { ...TIERS_LIEUX_RULES, datasetOrder: [run.dialect.dataset.id] }, run),
};
