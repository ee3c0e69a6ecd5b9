import { communeTableImporter } from './commune-table.importer.js';
import { contoursImporter } from './contours.importer.js';
import { frichesImporter } from './friches.importer.js';
import type { Importer } from './import.types.js';
import { organisationsImporter } from './organisations.importer.js';
import { stationsImporter } from './stations.importer.js';
import { stopsImporter } from './stops.importer.js';

/** Every importer; a file given to the wrong command is recognised among all of these. */
export const IMPORTERS: readonly Importer[] = [
  stationsImporter,
  frichesImporter,
  organisationsImporter,
  stopsImporter,
  communeTableImporter,
  contoursImporter,
];
