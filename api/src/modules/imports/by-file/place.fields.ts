import type { Text } from '../import.types.js';

/** A column people may have: what it is called on the page, and the headings found in real files (compared without case or accents). */
export interface PlaceField {
  readonly label: Text;
  readonly synonyms: readonly string[];
}

/**
 * What the columns of a file may tell of a place. The order is that of the list on the page; a field takes one column at most.
 */
export const PLACE_FIELDS = {
  name: {
    label: { fr: 'Nom du lieu', en: 'Name of the place' },
    synonyms: [
      'nom',
      'nom du lieu',
      'nom du site',
      'nom du bien',
      'name',
      'libelle',
      'intitule',
      'designation',
      'denomination',
      'site_nom',
      'lieu',
      'site',
      'gare',
    ],
  },
  key: {
    label: { fr: 'Identifiant', en: 'Identifier' },
    synonyms: ['identifiant', 'id', 'code', 'reference', 'ref', 'numero', 'site_id', 'identifier', 'code site', 'id site', 'n°', 'num'],
  },
  kind: {
    label: { fr: 'Type de lieu', en: 'Kind of place' },
    synonyms: ['type', 'type de lieu', 'type de bien', 'nature', 'nature du bien', 'categorie', 'kind', 'category', 'site_type'],
  },
  uic: { label: { fr: 'Code UIC de la gare', en: 'UIC code of the station' }, synonyms: ['uic', 'code uic', 'code_uic', 'uic8'] },
  inseeCode: {
    label: { fr: 'Code INSEE de la commune', en: 'INSEE code of the commune' },
    synonyms: ['insee', 'code insee', 'code commune', 'comm_insee', 'codgeo', 'insee code', 'code_insee_commune', 'cog'],
  },
  commune: {
    label: { fr: 'Commune', en: 'Commune' },
    synonyms: ['commune', 'nom commune', 'ville', 'city', 'town', 'municipality', 'localite', 'comm_nom', 'commune de situation'],
  },
  department: {
    label: { fr: 'Département ou code postal', en: 'Department or postcode' },
    synonyms: ['departement', 'dept', 'dep', 'code departement', 'department', 'code postal', 'cp', 'postcode', 'postal code', 'zip'],
  },
  address: {
    label: { fr: 'Adresse', en: 'Address' },
    synonyms: ['adresse', 'address', 'rue', 'voie', 'adresse postale', 'site_adresse', 'localisation', 'street'],
  },
  x: {
    label: { fr: 'Longitude ou X', en: 'Longitude or X' },
    synonyms: [
      'longitude',
      'lon',
      'lng',
      'long',
      'x',
      'x_wgs84',
      'x wgs84',
      'x_l93',
      'x_lambert93',
      'coord x',
      'coordonnee x',
      'x lambert 93',
      'easting',
    ],
  },
  y: {
    label: { fr: 'Latitude ou Y', en: 'Latitude or Y' },
    synonyms: ['latitude', 'lat', 'y', 'y_wgs84', 'y wgs84', 'y_l93', 'y_lambert93', 'coord y', 'coordonnee y', 'y lambert 93', 'northing'],
  },
  latLon: {
    label: { fr: 'Coordonnées en une cellule', en: 'Coordinates in one cell' },
    synonyms: [
      'coordonnees',
      'coordonnees gps',
      'gps',
      'coordinates',
      'geo point',
      'geo_point_2d',
      'geopoint',
      'position',
      'latlon',
      'lat lon',
    ],
  },
  wkt: {
    label: { fr: 'Point ou tracé (WKT)', en: 'Point or drawing (WKT)' },
    synonyms: ['wkt', 'geom', 'geometry', 'geometrie', 'the_geom', 'geomsurf', 'geompoint', 'contour'],
  },
  summary: {
    label: { fr: 'Présentation en une phrase', en: 'Summary in one sentence' },
    synonyms: ['resume', 'presentation', 'summary', 'accroche', 'objet'],
  },
  description: {
    label: { fr: 'Description', en: 'Description' },
    synonyms: [
      'description',
      'descriptif',
      'commentaire',
      'commentaires',
      'observations',
      'remarques',
      'notes',
      'details',
      'comments',
      'remarks',
    ],
  },
  floorAreaM2: {
    label: { fr: 'Surface des locaux (m²)', en: 'Floor area (m²)' },
    synonyms: [
      'surface',
      'surface m2',
      'surface en m2',
      'superficie',
      'surface plancher',
      'surface de plancher',
      'surface utile',
      'sdp',
      'shon',
      'area',
      'floor area',
      'surface batiment',
      'surface locaux',
      'surface disponible',
      'm2',
    ],
  },
  landAreaM2: {
    label: { fr: 'Surface du terrain (m²)', en: 'Land area (m²)' },
    synonyms: [
      'surface terrain',
      'surface du terrain',
      'surface parcelle',
      'surface fonciere',
      'terrain m2',
      'contenance',
      'land area',
      'site_surface',
      'superficie terrain',
    ],
  },
  footprintM2: {
    label: { fr: 'Emprise au sol (m²)', en: 'Footprint (m²)' },
    synonyms: ['emprise', 'emprise au sol', 'surface au sol', 'footprint', 'bati_surface'],
  },
  buildingCount: {
    label: { fr: 'Nombre de bâtiments', en: 'Number of buildings' },
    synonyms: ['nombre de batiments', 'nb batiments', 'batiments', 'buildings', 'building count', 'bati_nombre'],
  },
  condition: {
    label: { fr: 'État', en: 'Condition' },
    synonyms: ['etat', 'etat du bien', 'etat du bati', 'etat general', 'condition', 'bati_etat'],
  },
  builtYear: {
    label: { fr: 'Année de construction', en: 'Year built' },
    synonyms: ['annee de construction', 'annee construction', 'construction', 'year built', 'built'],
  },
  vacantSince: {
    label: { fr: 'Inoccupé depuis', en: 'Vacant since' },
    synonyms: ['vacant depuis', 'inoccupe depuis', 'date de vacance', 'vacance', 'vacant since', 'annee de vacance'],
  },
  formerActivity: {
    label: { fr: 'Ancien usage', en: 'Former use' },
    synonyms: ['ancien usage', 'ancienne activite', 'usage', 'activite', 'former use', 'activite_libelle', 'destination'],
  },
  tenure: {
    label: { fr: 'Mode de mise à disposition', en: 'Tenure' },
    synonyms: [
      'mode de mise a disposition',
      'mise a disposition',
      'type de bail',
      'bail',
      'type de contrat',
      'tenure',
      'titre d occupation',
      'convention',
    ],
  },
  rentPerYear: {
    label: { fr: 'Loyer par an (€)', en: 'Rent per year (€)' },
    synonyms: ['loyer annuel', 'loyer an', 'loyer par an', 'redevance annuelle', 'redevance', 'annual rent', 'rent per year', 'loyer'],
  },
  rentPerMonth: {
    label: { fr: 'Loyer par mois (€)', en: 'Rent per month (€)' },
    synonyms: ['loyer mensuel', 'loyer mois', 'loyer par mois', 'monthly rent', 'rent per month', 'rent'],
  },
  price: {
    label: { fr: 'Prix de vente (€)', en: 'Sale price (€)' },
    synonyms: ['prix', 'prix de vente', 'prix vente', 'price', 'sale price'],
  },
  availableFrom: {
    label: { fr: 'Disponible à partir du', en: 'Available from' },
    synonyms: ['disponible le', 'disponibilite', 'date de disponibilite', 'disponible a partir du', 'available from', 'availability'],
  },
  ownerName: {
    label: { fr: 'Propriétaire', en: 'Owner' },
    synonyms: ['proprietaire', 'nom proprietaire', 'owner', 'proprio_nom'],
  },
  propertyStatus: {
    label: { fr: 'Domaine public ou privé', en: 'Public or private domain' },
    synonyms: ['domanialite', 'domaine', 'statut de propriete', 'statut domanial', 'regime domanial', 'property status', 'domain'],
  },
  contactEmail: {
    label: { fr: 'Adresse électronique du service', en: 'E-mail address of the service' },
    synonyms: [
      'contact',
      'email',
      'e mail',
      'mail',
      'courriel',
      'adresse electronique',
      'adresse mail',
      'boite fonctionnelle',
      'contact email',
    ],
  },
  planningZone: {
    label: { fr: 'Zone du document d’urbanisme', en: 'Planning zone' },
    synonyms: ['zone plu', 'zonage', 'plu', 'zone urbanisme', 'planning zone', 'urba_zone_type'],
  },
  parcels: {
    label: { fr: 'Parcelles cadastrales', en: 'Land register parcels' },
    synonyms: ['parcelles', 'parcelle', 'references cadastrales', 'reference cadastrale', 'cadastre', 'parcels'],
  },
  electricity: { label: { fr: 'Électricité', en: 'Electricity' }, synonyms: ['electricite', 'electricity', 'raccordement electrique'] },
  water: { label: { fr: 'Eau', en: 'Water' }, synonyms: ['eau', 'eau potable', 'water'] },
  heating: { label: { fr: 'Chauffage', en: 'Heating' }, synonyms: ['chauffage', 'heating'] },
  stepFree: {
    label: { fr: 'Accès de plain-pied (PMR)', en: 'Step-free access' },
    synonyms: ['pmr', 'acces pmr', 'accessibilite', 'accessibilite pmr', 'step free', 'plain pied'],
  },
  parking: { label: { fr: 'Stationnement', en: 'Parking' }, synonyms: ['parking', 'stationnement'] },
  soilPollution: {
    label: { fr: 'Sol pollué', en: 'Polluted soil' },
    synonyms: ['pollution', 'sol pollue', 'pollution sol', 'soil pollution', 'polluted'],
  },
  asbestos: { label: { fr: 'Amiante', en: 'Asbestos' }, synonyms: ['amiante', 'asbestos'] },
  floodZone: { label: { fr: 'Zone inondable', en: 'Flood zone' }, synonyms: ['inondable', 'zone inondable', 'flood', 'ppri'] },
  heritage: {
    label: { fr: 'Patrimoine protégé', en: 'Protected heritage' },
    synonyms: ['patrimoine', 'monument historique', 'abf', 'heritage'],
  },
} as const satisfies Record<string, PlaceField>;

export type PlaceFieldName = keyof typeof PLACE_FIELDS;
export const PLACE_FIELD_NAMES = Object.keys(PLACE_FIELDS) as PlaceFieldName[];

/** Yes-or-no columns → our facts. */
export const YES_NO_FACTS = {
  electricity: 'features.electricity',
  water: 'features.water',
  heating: 'features.heating',
  stepFree: 'features.step_free',
  parking: 'features.parking',
  soilPollution: 'constraints.soil_pollution',
  asbestos: 'constraints.asbestos',
  floodZone: 'constraints.flood_zone',
  heritage: 'constraints.heritage',
} as const satisfies Partial<Record<PlaceFieldName, string>>;
