/**
 * The closed lists a site is described with. One source: Zod enums, database checks, search facets, the matching
 * engine's bit masks and the web's text keys are all derived from these arrays.
 * Append only: the position of a word is its bit in the matching masks.
 */

export const SITE_KINDS = [
  'disused_station',
  'station_premises',
  'goods_shed',
  'crossing_keepers_house',
  'railway_land',
  'brownfield',
  'vacant_building',
  'office',
  'workshop',
  'shop',
  'plot',
  'farmland',
  'tiers_lieu',
  'other',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** `potential` = known from open data only: a lead, never on offer (design: domain §3). */
export const SITE_STATES = [
  'potential',
  'draft',
  'submitted',
  'published',
  'paused',
  'under_interest',
  'under_call',
  'awarded',
  'occupied',
  'closed',
] as const;
export type SiteState = (typeof SITE_STATES)[number];

export const TENURES = [
  'temporary_occupation',
  'civil_lease',
  'commercial_lease',
  'solidarity_lease',
  'emphyteutic_lease',
  'loan_for_use',
  'sale',
] as const;
export type Tenure = (typeof TENURES)[number];

/** What premises or a site may have; each is yes, no or unknown. */
export const FEATURES = [
  'electricity',
  'three_phase_power',
  'water',
  'heating',
  'daylight',
  'toilets',
  'changing_rooms',
  'kitchen',
  'step_free',
  'van_access',
  'parking',
  'loading',
  'waste_storage',
  'outdoor_space',
  'internet',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Burdens a place may carry; each is yes, no or unknown. */
export const CONSTRAINTS = [
  'soil_pollution',
  'building_pollution',
  'asbestos',
  'flood_zone',
  'heritage',
  'noise',
  'running_line',
  'demolition_planned',
] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

export const CONDITIONS = ['ready', 'refresh', 'works', 'heavy_works', 'ruin'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Uses the place may lawfully host (planning zone, ERP, classified installations), as stated by its owner. */
export const USES = [
  'workshop',
  'office',
  'shop',
  'storage',
  'public_reception',
  'catering',
  'housing',
  'food_growing',
  'culture',
] as const;
export type Use = (typeof USES)[number];

export const ACTIVITIES = [
  'repair',
  'reuse',
  'canteen',
  'food_processing',
  'market_gardening',
  'tiers_lieu',
  'coworking',
  'fablab',
  'bike_workshop',
  'solidarity_grocery',
  'laundry',
  'logistics',
  'culture',
  'training',
  'childcare',
  'health',
  'housing',
  'offices',
  'other',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const OWNER_KINDS = [
  'state',
  'region',
  'department',
  'epci',
  'commune',
  'sncf',
  'epf',
  'social_landlord',
  'other_public',
  'company',
  'private_person',
  'association',
] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

export const LOCATION_SHOWN = ['exact', 'commune', 'after_contact'] as const;
export const PROPERTY_STATUSES = ['public_domain', 'private_domain'] as const;
export const AGENT_ROLES = ['owns', 'manages', 'lists', 'signals'] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];
export const WORKS_PAID_BY = ['owner', 'occupant', 'shared'] as const;
