import { beforeAll, describe, expect, test } from '@jest/globals';
import { FEATURES, OWNER_KINDS, SITE_KINDS, TENURES } from '../../api/src/modules/sites/site.vocabulary.js';
import { SHELVES, type SiteCard } from '../../api/src/modules/sites/sites.schemas.js';
import { givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const PLACES = 60;
/** Many small requests on a busy machine. */
const LONG_MS = 90_000;
const get = async (query: string) => (await t.http().get(`/api/sites?${query}`).expect(200)).body;

/** The same places at each run: the n-th value of each list, at different paces. */
beforeAll(async () => {
  await givenTerritories(t.db);
  for (let n = 0; n < PLACES; n += 1) {
    await givenSite(t.db, {
      name: `Lieu ${n}`,
      kind: SITE_KINDS[n % SITE_KINDS.length],
      state: n % 7 === 0 ? 'potential' : 'published',
      commune: ['52269', '52093', '70122'][n % 3],
      // Several places share an instant, so that the order needs its tie-break.
      publishedAt: `2026-10-${String(1 + (n % 9)).padStart(2, '0')}T08:00:00Z`,
      lonLat: n % 11 === 0 ? null : [5.2 + (n % 13) * 0.03, 47.7 + (n % 10) * 0.03],
      columns: {
        owner_kind: OWNER_KINDS[n % OWNER_KINDS.length],
        agent_role: n % 5 === 0 ? 'signals' : 'owns',
        features: Object.fromEntries(FEATURES.filter((_, i) => (n + i) % 4 === 0).map((feature) => [feature, true])),
      },
      premises: n % 3 === 0 ? [] : [{ floor_area_m2: 50 + n * 5 }],
      offers:
        n % 4 === 0
          ? []
          : [
              {
                tenure: TENURES[n % TENURES.length],
                available_from: '2027-01-01',
                rent_cents_per_year: n * 100_000,
                charges_cents_per_year: 0,
                taxes_cents_per_year: 0,
              },
            ],
    });
  }
}, LONG_MS);

describe('reading a list page by page', () => {
  test.each(['relevance', 'recent', 'area', 'distance&near=5.3375,47.8598'])(
    'gives each place once, in the order of one long page (%s)',
    async (sort) => {
      const everything = `shelf=offered,owner_known,living,lead&sort=${sort}`;
      const whole = await get(`${everything}&limit=100`);
      expect(whole.items).toHaveLength(PLACES);
      const read: string[] = [];
      for (let cursor = ''; ;) {
        const page = await get(`${everything}&limit=7${cursor}`);
        read.push(...page.items.map((site: SiteCard) => site.id));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(read).toEqual(whole.items.map((site: SiteCard) => site.id));
    },
  );

  test('a place published meanwhile neither repeats nor hides another', async () => {
    const first = await get('sort=recent&limit=10');
    await givenSite(t.db, { name: 'Arrivé entre deux pages', publishedAt: '2026-11-20T08:00:00Z' });
    const second = await get(`sort=recent&limit=10&cursor=${first.next}`);
    const again = await get('sort=recent&limit=21');
    const ids = [...first.items, ...second.items].map((site: SiteCard) => site.id);
    expect(again.items.slice(1).map((site: SiteCard) => site.id)).toEqual(ids);
  });
});

describe('the counts beside the filters', () => {
  const CASES: Record<string, string> = {
    nothing: '',
    'a kind': 'kind=workshop,office',
    'a tenure and a feature': 'tenure=civil_lease,sale&features=water',
    'leads and living tiers-lieux too': 'shelf=offered,owner_known,living,lead&territory=department:52',
    'an owner and a circle': 'ownerKind=commune,sncf&near=5.34,47.86&radiusKm=25',
    'an area that some places do not tell': 'areaMinM2=120&kind=workshop,plot,shop',
  };

  test.each(Object.entries(CASES))(
    'are those of counting the lists one by one (%s)',
    async (_name, query) => {
      const { facets, total } = await get(query);
      expect((await get(`${query}&limit=100`)).items).toHaveLength(total.count);
      for (const [facet, words] of Object.entries({
        kind: SITE_KINDS,
        tenure: TENURES,
        ownerKind: OWNER_KINDS,
        shelf: SHELVES,
      })) {
        for (const word of words) {
          const counted = facets[facet].find((line: { value: string }) => line.value === word)?.count ?? 0;
          expect([facet, word, counted]).toEqual([
            facet,
            word,
            (await get(`${without(query, facet)}&${facet}=${word}&limit=1`)).total.count,
          ]);
        }
      }
      for (const feature of FEATURES) {
        const counted = facets.features.find((line: { value: string }) => line.value === feature)?.count ?? 0;
        const chosen = new URLSearchParams(query).get('features');
        const { total: real } = await get(`${without(query, 'features')}&features=${chosen ? `${chosen},` : ''}${feature}&limit=1`);
        expect([feature, counted]).toEqual([feature, real.count]);
      }
    },
    LONG_MS,
  );
});

function without(query: string, parameter: string): string {
  const left = new URLSearchParams(query);
  left.delete(parameter);
  return left.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}
