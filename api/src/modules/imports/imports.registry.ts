import { communeTableImporter } from './territories/commune-table.importer.js';
import { contoursImporter } from './territories/contours.importer.js';
import { frichesImporter } from './friches/friches.importer.js';
import type { Importer } from './import.types.js';
import { organisationsImporter } from './organisations/organisations.importer.js';
import { stationsImporter } from './stations/stations.importer.js';
import { tiersLieuxImporter } from './tiers-lieux/tiers-lieux.importer.js';
import { stopsImporter } from './stations/stops.importer.js';

/** Every importer; a file given to the wrong command is recognised among all of these. */
export const IMPORTERS: readonly Importer[] = [
  stationsImporter,
  frichesImporter,
  organisationsImporter,
  stopsImporter,
  tiersLieuxImporter,
  communeTableImporter,
  contoursImporter,
];
