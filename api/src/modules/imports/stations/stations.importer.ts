import { loadTerritoryIndex } from '../../territories/territory.index.js';
import type { Importer } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { upsertSourcedSites } from '../sourced-sites/sourced-sites.js';
import { mapStation, mergeStations, type StationsContext } from './stations.map.js';
import { STATION_CAUSES, STATION_DIALECTS } from './stations.dialects.js';
import { STATION_RULES } from './stations.lead.js';
import { readStopsByUic } from '../sourced-sites/transit.queries.js';

/** SNCF's list of stations: those closed to freight and to passengers become potential places. */
export const stationsImporter: Importer<SourcedSite, StationsContext> = {
  kind: 'stations',
  label: { fr: 'Liste des gares (SNCF Réseau)', en: 'List of stations (SNCF Réseau)' },
  dialects: STATION_DIALECTS,
  causes: STATION_CAUSES,
  async prepare(tx, run) {
    return { territories: await loadTerritoryIndex(tx), stops: await readStopsByUic(tx), asOf: run.asOf };
  },
  map: mapStation,
  merge: mergeStations,
  async upsert(tx, batch, run) {
    const done = await upsertSourcedSites(tx, batch, STATION_RULES, run);
    return done.map((result, at) =>
      batch[at]?.onlyIfKnown && result.outcome === 'updated'
        ? { ...result, notes: [...result.notes, { field: 'passengers', value: null, cause: 'opened_again' }] }
        : result,
    );
  },
};
