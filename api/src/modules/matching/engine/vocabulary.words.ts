import type { Constraint, Feature, SiteKind, Tenure, Use } from '../../sites/site.vocabulary.js';

/** The closed lists as they read inside a sentence: lower case, French and English. */
interface Words {
  readonly fr: string;
  readonly en: string;
}

const kind: Readonly<Record<SiteKind, Words>> = {
  disused_station: { fr: 'gare désaffectée', en: 'disused station' },
  station_premises: { fr: 'local en gare', en: 'premises in a station' },
  goods_shed: { fr: 'halle à marchandises', en: 'goods shed' },
  crossing_keepers_house: { fr: 'maison de garde-barrière', en: 'crossing-keeper’s house' },
  railway_land: { fr: 'terrain ferroviaire', en: 'railway land' },
  brownfield: { fr: 'friche', en: 'brownfield' },
  vacant_building: { fr: 'bâtiment vacant', en: 'vacant building' },
  office: { fr: 'bureau', en: 'office' },
  workshop: { fr: 'atelier', en: 'workshop' },
  shop: { fr: 'boutique', en: 'shop' },
  plot: { fr: 'terrain', en: 'plot' },
  farmland: { fr: 'terre agricole', en: 'farmland' },
  tiers_lieu: { fr: 'tiers-lieu', en: 'tiers-lieu' },
  other: { fr: 'autre lieu', en: 'other place' },
};

const tenure: Readonly<Record<Tenure, Words>> = {
  temporary_occupation: { fr: 'occupation temporaire', en: 'temporary occupation' },
  civil_lease: { fr: 'bail civil', en: 'civil lease' },
  commercial_lease: { fr: 'bail commercial', en: 'commercial lease' },
  solidarity_lease: { fr: 'bail réel solidaire d’activité', en: 'solidarity business lease' },
  emphyteutic_lease: { fr: 'bail emphytéotique', en: 'emphyteutic lease' },
  loan_for_use: { fr: 'prêt à usage', en: 'loan for use' },
  sale: { fr: 'vente', en: 'sale' },
};

const feature: Readonly<Record<Feature, Words>> = {
  electricity: { fr: 'électricité', en: 'electricity' },
  three_phase_power: { fr: 'courant triphasé', en: 'three-phase power' },
  water: { fr: 'eau', en: 'water' },
  heating: { fr: 'chauffage', en: 'heating' },
  daylight: { fr: 'lumière du jour', en: 'daylight' },
  toilets: { fr: 'toilettes', en: 'toilets' },
  changing_rooms: { fr: 'vestiaires', en: 'changing rooms' },
  kitchen: { fr: 'cuisine', en: 'kitchen' },
  step_free: { fr: 'accès de plain-pied', en: 'step-free access' },
  van_access: { fr: 'accès pour une camionnette', en: 'van access' },
  parking: { fr: 'stationnement', en: 'parking' },
  loading: { fr: 'aire de déchargement', en: 'loading area' },
  waste_storage: { fr: 'local à déchets', en: 'waste storage' },
  outdoor_space: { fr: 'espace extérieur', en: 'outdoor space' },
  internet: { fr: 'internet', en: 'internet' },
};

const constraint: Readonly<Record<Constraint, Words>> = {
  soil_pollution: { fr: 'pollution du sol', en: 'soil pollution' },
  building_pollution: { fr: 'pollution du bâti', en: 'building pollution' },
  asbestos: { fr: 'amiante', en: 'asbestos' },
  flood_zone: { fr: 'zone inondable', en: 'flood zone' },
  heritage: { fr: 'protection patrimoniale', en: 'heritage protection' },
  noise: { fr: 'nuisances sonores', en: 'noise' },
  running_line: { fr: 'ligne en service attenante', en: 'running line alongside' },
  demolition_planned: { fr: 'démolition prévue', en: 'planned demolition' },
};

const use: Readonly<Record<Use, Words>> = {
  workshop: { fr: 'atelier', en: 'workshop' },
  office: { fr: 'bureaux', en: 'offices' },
  shop: { fr: 'commerce', en: 'shop' },
  storage: { fr: 'stockage', en: 'storage' },
  public_reception: { fr: 'accueil du public', en: 'receiving the public' },
  catering: { fr: 'restauration', en: 'catering' },
  housing: { fr: 'logement', en: 'housing' },
  food_growing: { fr: 'culture alimentaire', en: 'food growing' },
  culture: { fr: 'culture et spectacle', en: 'culture and performance' },
};

export const VOCABULARY: Readonly<Record<'kind' | 'tenure' | 'feature' | 'constraint' | 'use', Readonly<Record<string, Words>>>> = {
  kind,
  tenure,
  feature,
  constraint,
  use,
};
