import type { NeedSearch } from './need-search';
import type { Activity } from './need-words';

/**
 * A sensible start for common activities: sizes, floors and equipment that such projects usually ask for.
 * A person changes whatever they like; nothing is applied without their pressing the button.
 */
const workshop: NeedSearch = {
  kinds: ['goods_shed', 'brownfield', 'vacant_building', 'workshop'],
  must: ['electricity', 'water', 'van_access'],
  uses: ['workshop'],
  without: ['asbestos', 'demolition_planned'],
};

const TEMPLATES: Partial<Record<Activity, NeedSearch>> = {
  repair: {
    ...workshop,
    floorMin: 150,
    floorMax: 300,
    must: ['electricity', 'toilets', 'van_access'],
    wish: ['three_phase_power', 'loading', 'heating'],
  },
  reuse: { ...workshop, floorMin: 400, floorMax: 1200, wish: ['loading', 'parking', 'waste_storage'], uses: ['workshop', 'shop'] },
  bike_workshop: {
    ...workshop,
    kinds: ['disused_station', 'station_premises', 'goods_shed', 'workshop', 'shop'],
    floorMin: 60,
    floorMax: 200,
    must: ['electricity'],
    wish: ['water', 'step_free', 'outdoor_space'],
  },
  fablab: {
    ...workshop,
    floorMin: 150,
    floorMax: 400,
    must: ['electricity', 'internet'],
    wish: ['three_phase_power', 'heating', 'step_free'],
  },
  canteen: {
    kinds: ['disused_station', 'station_premises', 'shop', 'vacant_building'],
    floorMin: 80,
    floorMax: 250,
    must: ['electricity', 'water', 'toilets', 'step_free'],
    wish: ['kitchen', 'outdoor_space', 'waste_storage'],
    uses: ['catering', 'public_reception'],
  },
  food_processing: {
    ...workshop,
    floorMin: 120,
    floorMax: 500,
    must: ['electricity', 'water', 'changing_rooms'],
    wish: ['three_phase_power', 'loading'],
    without: ['asbestos', 'building_pollution', 'demolition_planned'],
  },
  market_gardening: {
    kinds: ['farmland', 'plot'],
    landMin: 5000,
    must: ['water'],
    wish: ['van_access'],
    uses: ['food_growing'],
    without: ['soil_pollution'],
  },
  tiers_lieu: {
    kinds: ['disused_station', 'station_premises', 'vacant_building', 'tiers_lieu', 'shop'],
    floorMin: 150,
    floorMax: 600,
    must: ['electricity', 'water', 'toilets', 'step_free'],
    wish: ['heating', 'internet', 'kitchen', 'outdoor_space'],
    uses: ['public_reception', 'office'],
    walk: 15,
  },
  coworking: {
    kinds: ['disused_station', 'station_premises', 'office', 'tiers_lieu'],
    floorMin: 60,
    floorMax: 250,
    must: ['electricity', 'heating', 'internet', 'toilets'],
    wish: ['daylight', 'kitchen', 'step_free'],
    uses: ['office'],
    walk: 10,
  },
  solidarity_grocery: {
    kinds: ['shop', 'station_premises', 'vacant_building'],
    floorMin: 80,
    floorMax: 250,
    must: ['electricity', 'water', 'step_free'],
    wish: ['loading', 'parking', 'waste_storage'],
    uses: ['shop', 'public_reception'],
    walk: 15,
  },
  laundry: {
    ...workshop,
    floorMin: 120,
    floorMax: 400,
    must: ['three_phase_power', 'water', 'van_access'],
    wish: ['changing_rooms', 'heating'],
  },
  logistics: {
    kinds: ['goods_shed', 'brownfield', 'workshop', 'railway_land'],
    floorMin: 300,
    floorMax: 2000,
    must: ['electricity', 'van_access', 'loading'],
    wish: ['parking'],
    uses: ['storage'],
  },
  culture: {
    kinds: ['disused_station', 'goods_shed', 'brownfield', 'vacant_building'],
    floorMin: 200,
    floorMax: 1000,
    must: ['electricity', 'toilets', 'step_free'],
    wish: ['heating', 'parking'],
    uses: ['culture', 'public_reception'],
  },
  training: {
    kinds: ['office', 'station_premises', 'vacant_building', 'tiers_lieu'],
    floorMin: 80,
    floorMax: 300,
    must: ['electricity', 'heating', 'toilets', 'step_free'],
    wish: ['internet', 'daylight'],
    uses: ['public_reception', 'office'],
    walk: 15,
  },
  offices: {
    kinds: ['office', 'station_premises', 'vacant_building'],
    floorMin: 40,
    floorMax: 200,
    must: ['electricity', 'heating', 'toilets'],
    wish: ['internet', 'daylight', 'step_free'],
    uses: ['office'],
  },
};

export function templateFor(activity: Activity | undefined): NeedSearch | null {
  return activity === undefined ? null : (TEMPLATES[activity] ?? null);
}

/** Answers already given stay; the template only fills what is still empty. */
export function fillFrom(template: NeedSearch, need: NeedSearch): NeedSearch {
  return { ...template, ...Object.fromEntries(Object.entries(need).filter(([, value]) => value !== undefined)) };
}
