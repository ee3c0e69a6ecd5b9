import type { CauseTable, Dataset, Dialect } from '../import.types.js';

export const SNCF_STATIONS: Dataset = {
  id: 'sncf-liste-des-gares',
  title: 'Liste des gares',
  producer: 'SNCF Réseau',
  licence: 'ODbL 1.0',
  licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  sourceUrl: 'https://ressources.data.sncf.com/explore/dataset/liste-des-gares/',
  attribution: 'SNCF Réseau / SNCF Voyageurs, ODbL',
  shareAlike: true,
  asOf: null,
};

const LABEL = { fr: 'Liste des gares (SNCF Réseau)', en: 'List of stations (SNCF Réseau)' };
const COLUMNS = {
  uic: ['CODE_UIC', 'code_uic', 'uic'],
  name: ['LIBELLE', 'libelle', 'libelle_gare'],
  freight: ['FRET', 'fret'],
  passengers: ['VOYAGEURS', 'voyageurs'],
  line: ['CODE_LIGNE', 'code_ligne'],
  kilometrePoint: ['PK', 'pk'],
  commune: ['COMMUNE', 'commune'],
  department: ['DEPARTEMEN', 'DEPARTEMENT'],
  x: ['X_WGS84', 'longitude'],
  y: ['Y_WGS84', 'latitude'],
  xLambert: ['X_L93'],
  yLambert: ['Y_L93'],
  geo: ['C_GEO', 'Geo Point', 'geo_point_2d'],
} as const;
const SERVICE_COLUMNS = ['uic', 'name', 'freight', 'passengers', 'commune', 'department'] as const;

export const STATION_DIALECTS: readonly Dialect[] = [
  { id: 'sncf-stations', kind: 'stations', dataset: SNCF_STATIONS, label: LABEL, columns: COLUMNS, required: SERVICE_COLUMNS },
];

export const STATION_CAUSES = {
  uic_unreadable: {
    severity: 'error',
    message: { fr: 'Code UIC absent ou illisible : « {value} ».', en: 'UIC code missing or unreadable: “{value}”.' },
    repair: {
      fr: 'Renseignez {column} avec les 8 chiffres du code UIC (87…), sans notation scientifique de tableur.',
      en: 'Fill {column} with the 8 digits of the UIC code (87…), without a spreadsheet’s scientific notation.',
    },
  },
  service_unreadable: {
    severity: 'error',
    message: {
      fr: '« {value} » ne dit pas si la gare est ouverte au service.',
      en: '“{value}” does not say whether the station is open to that service.',
    },
    repair: { fr: 'Écrivez O (ouverte) ou N (fermée) dans la colonne {column}.', en: 'Write O (open) or N (closed) in column {column}.' },
  },
  name_missing: {
    severity: 'warning',
    message: { fr: 'La gare n’a pas de nom : nommée d’après son code UIC.', en: 'The station has no name: named after its UIC code.' },
    repair: { fr: 'Renseignez la colonne {column}.', en: 'Fill in column {column}.' },
  },
  still_open: {
    severity: 'info',
    message: {
      fr: 'Gare ouverte à un service au moins : pas un lieu à réemployer.',
      en: 'Station open to one service at least: not a place to reuse.',
    },
    repair: { fr: 'Rien à faire.', en: 'Nothing to do.' },
  },
  served_by_coach: {
    severity: 'warning',
    message: {
      fr: 'Fermée ici, mais desservie par autocar TER : {departures} passages par jour à {metres} m.',
      en: 'Closed here, yet served by regional coach: {departures} departures a day, {metres} m away.',
    },
    repair: {
      fr: 'Vérifiez sur place si le bâtiment sert encore aux voyageurs avant de le proposer.',
      en: 'Check on site whether the building still serves passengers before offering it.',
    },
  },
  served_by_train: {
    severity: 'warning',
    message: {
      fr: 'Fermée ici, mais des trains TER s’y arrêtent : {departures} passages par jour à {metres} m.',
      en: 'Closed here, yet regional trains call there: {departures} departures a day, {metres} m away.',
    },
    repair: {
      fr: 'Vérifiez la colonne VOYAGEURS auprès de SNCF Réseau : la gare est sans doute ouverte.',
      en: 'Check the VOYAGEURS column with SNCF Réseau: the station is probably open.',
    },
  },
  listed_as_stop: {
    severity: 'warning',
    message: {
      fr: 'Fermée ici, mais encore inscrite aux arrêts TER (aucun passage en semaine, à {metres} m).',
      en: 'Closed here, yet still listed among regional stops (no weekday departure, {metres} m away).',
    },
    repair: {
      fr: 'Vérifiez sur place si le bâtiment sert encore aux voyageurs avant de le proposer.',
      en: 'Check on site whether the building still serves passengers before offering it.',
    },
  },
  opened_again: {
    severity: 'warning',
    message: {
      fr: 'Cette gare connue comme fermée est de nouveau ouverte : elle n’est plus proposée comme piste.',
      en: 'This station known as closed is open again: it is no longer shown as a lead.',
    },
    repair: {
      fr: 'Rien à faire si la réouverture est réelle ; sinon corrigez FRET ou VOYAGEURS.',
      en: 'Nothing to do if it did reopen; otherwise correct FRET or VOYAGEURS.',
    },
  },
  services_differ: {
    severity: 'warning',
    message: {
      fr: 'Les lignes de cette gare ne disent pas toutes la même chose de ses services : ouverte dès qu’une le dit.',
      en: 'The rows of this station disagree on its services: open as soon as one says so.',
    },
    repair: {
      fr: 'Accordez FRET et VOYAGEURS sur toutes les lignes de ce code UIC.',
      en: 'Make FRET and VOYAGEURS agree on all rows of this UIC code.',
    },
  },
  communes_differ: {
    severity: 'info',
    message: {
      fr: 'Une autre ligne de cette gare la place à {value} : la première est gardée.',
      en: 'Another row of this station puts it in {value}: the first is kept.',
    },
    repair: { fr: 'Accordez COMMUNE sur toutes les lignes de ce code UIC.', en: 'Make COMMUNE agree on all rows of this UIC code.' },
  },
  commune_in_other_department: {
    severity: 'warning',
    message: {
      fr: '{commune} n’est pas dans le département « {value} » : rattachée à {commune} ({found}) d’après les coordonnées.',
      en: '{commune} is not in department “{value}”: attached to {commune} ({found}) from the coordinates.',
    },
    repair: { fr: 'Accordez COMMUNE et {column}.', en: 'Make COMMUNE and {column} agree.' },
  },
  department_unknown: {
    severity: 'warning',
    message: { fr: 'Département inconnu : « {value} ».', en: 'Unknown department: “{value}”.' },
    repair: { fr: 'Écrivez le nom officiel ou le numéro du département.', en: 'Write the official name or the number of the department.' },
  },
} as const satisfies CauseTable;
