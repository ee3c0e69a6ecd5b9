import type { CauseTable, Dataset, Dialect } from '../import.types.js';

export const COMMUNE_TABLE: Dataset = {
  id: 'communes-points-labels',
  title: 'Communes : points, surfaces et zonages (FRR, PVD, ACV, Villages d’avenir, France services)',
  producer: 'INSEE, DGCL, ANCT',
  licence: 'Licence Ouverte 2.0',
  licenceUrl: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
  sourceUrl: 'https://www.data.gouv.fr/organizations/agence-nationale-de-la-cohesion-des-territoires/',
  attribution: 'INSEE · ANCT, Licence Ouverte 2.0',
  shareAlike: false,
  asOf: null,
};
export const CONTOURS: Dataset = {
  id: 'ign-contours',
  title: 'Contours administratifs simplifiés',
  producer: 'IGN, Etalab',
  licence: 'Licence Ouverte 2.0',
  licenceUrl: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
  sourceUrl: 'https://github.com/etalab/contours-administratifs',
  attribution: 'IGN Admin Express, Licence Ouverte',
  shareAlike: false,
  asOf: null,
};

export const COMMUNE_TABLE_DIALECT: Dialect = {
  id: 'commune-table',
  kind: 'territories',
  dataset: COMMUNE_TABLE,
  label: { fr: 'Table des communes', en: 'Table of communes' },
  columns: {
    code: ['insee', 'code_insee', 'codgeo'],
    name: ['nom', 'libgeo'],
    lon: ['longitude', 'lon'],
    lat: ['latitude', 'lat'],
    areaHa: ['surface_ha'],
    frr: ['frr'],
    pvd: ['pvd'],
    acv: ['acv'],
    village_avenir: ['villages_avenir'],
    france_services: ['france_services'],
  },
  required: ['code', 'lon', 'lat', 'areaHa'],
};
export const CONTOURS_DIALECT: Dialect = {
  id: 'contours',
  kind: 'territories',
  dataset: CONTOURS,
  label: { fr: 'Contours administratifs', en: 'Administrative contours' },
  columns: { code: ['code'], name: ['nom'] },
  required: ['code', 'name'],
  geometry: true,
};

export const TERRITORY_CAUSES = {
  territory_unknown: {
    severity: 'error',
    message: {
      fr: 'Code « {value} » absent du code officiel géographique en vigueur.',
      en: 'Code “{value}” is not in the official geographic code in force.',
    },
    repair: {
      fr: 'Remplacez {column} par le code de la commune actuelle, ou mettez à jour le code officiel : cli territories load',
      en: 'Replace {column} with the code of today’s commune, or update the official code: cli territories load',
    },
  },
  area_unreadable: {
    severity: 'warning',
    message: { fr: 'Surface illisible : « {value} », laissée de côté.', en: 'Unreadable area: “{value}”, left out.' },
    repair: { fr: 'Écrivez un nombre d’hectares dans {column}.', en: 'Write a number of hectares in {column}.' },
  },
  contour_unreadable: {
    severity: 'error',
    message: { fr: 'Contour absent ou d’un autre type que polygone.', en: 'Contour missing or of another type than polygon.' },
    repair: { fr: 'Exportez les contours en polygones (GeoJSON, WGS84).', en: 'Export the contours as polygons (GeoJSON, WGS84).' },
  },
  contour_of_former_commune: {
    severity: 'info',
    message: {
      fr: '{value} a rejoint {found} : son contour est réuni au sien.',
      en: '{value} has joined {found}: its contour is united with it.',
    },
    repair: { fr: 'Rien à faire.', en: 'Nothing to do.' },
  },
} as const satisfies CauseTable;
