import type { SiteCard, SitePage } from '../../web/src/features/sites/site-types';

/** A documented place on offer; a test changes only what it is about. */
export function placeCard(changes: Partial<SiteCard> = {}): SiteCard {
  return {
    id: '019a0000-0000-71b6-8555-59c4dd1209a9',
    name: 'Halle de la gare haute',
    kind: 'goods_shed',
    state: 'published',
    shelf: 'offered',
    demo: false,
    summary: null,
    commune: { id: 'commune:52269', name: 'Langres', departmentCode: '52' },
    point: { lon: 5.33, lat: 47.86 },
    pointPrecision: 'exact',
    locationShown: 'exact',
    distanceM: null,
    floorAreaMinM2: 120,
    floorAreaMaxM2: 240,
    landAreaM2: null,
    premisesCount: 1,
    condition: 'refresh',
    tenures: ['civil_lease'],
    costCentsPerYear: 564_000,
    priceCents: null,
    availableFrom: '2020-01-01',
    features: ['electricity'],
    ownerKind: 'commune',
    ownerName: null,
    walkToStopMinutes: 12,
    photo: null,
    standing: null,
    publishedAt: '2026-10-26T15:09:51.018Z',
    attributions: [],
    ...changes,
  };
}

export function placePage(items: readonly SiteCard[], changes: Partial<SitePage> = {}): SitePage {
  return {
    items: [...items],
    next: null,
    total: { count: items.length, capped: false },
    hiddenUnknown: 0,
    facets: { shelf: [], kind: [], tenure: [], features: [], ownerKind: [], region: [], department: [] },
    suggestions: [],
    ...changes,
  };
}
