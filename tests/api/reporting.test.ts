import { beforeAll, describe, expect, test } from '@jest/globals';
import { givenSite, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();

beforeAll(() => givenTerritories(t.db));

describe('the figures of the home page', () => {
  test('are zero, and not missing, when there is nothing', async () => {
    const { body } = await t.http().get('/api/figures/home').expect(200);
    expect(body).toEqual({
      offered: 0,
      ownerKnown: 0,
      leads: 0,
      floorAreaOnOfferM2: 0,
      openProjects: 0,
      organisations: 0,
      demo: false,
      byRegion: [],
      recentlyPublished: [],
      at: '2026-11-23T10:00:00.000Z',
    });
  });

  test('count what can be seen, leads apart, by region', async () => {
    await givenSite(t.db, { ...OFFERED, name: 'Ancien', publishedAt: '2026-10-01T08:00:00Z' });
    await givenSite(t.db, { ...OFFERED, name: 'Récent', publishedAt: '2026-11-20T08:00:00Z', premises: [{ floor_area_m2: 100 }, {}] });
    await givenSite(t.db, { name: 'À préciser', commune: '70122', lonLat: [5.516, 47.637], publishedAt: '2026-10-15T08:00:00Z' });
    await givenSite(t.db, { name: 'Gare', state: 'potential', columns: { agent_role: null } });
    await givenSite(t.db, { ...OFFERED, name: 'Attribué', state: 'awarded' });
    await givenSite(t.db, { ...OFFERED, name: 'Caché', state: 'draft' });
    const { body } = await t.http().get('/api/figures/home').expect(200);
    expect(body).toMatchObject({
      offered: 2,
      ownerKnown: 1,
      leads: 1,
      floorAreaOnOfferM2: 300,
      byRegion: [
        { name: 'Grand Est', offered: 2, ownerKnown: 0, leads: 1 },
        { name: 'Bourgogne-Franche-Comté', offered: 0, ownerKnown: 1, leads: 0 },
      ],
    });
    expect(body.recentlyPublished.map((site: { name: string }) => site.name)).toEqual(['Récent', 'À préciser', 'Ancien']);
  });
});
