import type { Language } from '../../platform/http/request-context.js';
import type { SiteKind } from './site.vocabulary.js';

/** Words for what the server itself writes: titles, descriptions, previews. */
export const KIND_WORDS: Readonly<Record<Language, Readonly<Record<SiteKind, string>>>> = {
  fr: {
    disused_station: 'Gare désaffectée',
    station_premises: 'Local en gare',
    goods_shed: 'Halle à marchandises',
    crossing_keepers_house: 'Maison de garde-barrière',
    railway_land: 'Terrain ferroviaire',
    brownfield: 'Friche',
    vacant_building: 'Bâtiment vacant',
    office: 'Bureaux',
    workshop: 'Atelier',
    shop: 'Local commercial',
    plot: 'Terrain',
    farmland: 'Terre agricole',
    tiers_lieu: 'Tiers-lieu',
    other: 'Autre lieu',
  },
  en: {
    disused_station: 'Disused station',
    station_premises: 'Station premises',
    goods_shed: 'Goods shed',
    crossing_keepers_house: 'Crossing-keeper’s house',
    railway_land: 'Railway land',
    brownfield: 'Brownfield',
    vacant_building: 'Vacant building',
    office: 'Offices',
    workshop: 'Workshop',
    shop: 'Shop',
    plot: 'Plot',
    farmland: 'Farmland',
    tiers_lieu: 'Tiers-lieu with room to share',
    other: 'Other place',
  },
};

export const SEARCH_PAGE_WORDS: Readonly<Record<Language, { readonly title: string; readonly description: string }>> = {
  fr: {
    title: 'Trouver un lieu',
    description:
      'Gares désaffectées, friches, locaux et terrains publics : sur la carte et en liste, avec ce qu’on sait d’eux et ce qui reste à demander.',
  },
  en: {
    title: 'Find a place',
    description:
      'Disused stations, brownfields, public premises and land: on the map and as a list, with what is known and what remains to ask.',
  },
};
