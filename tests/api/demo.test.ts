import { describe, expect, test } from '@jest/globals';
import { loadDemo } from '../../api/src/database/demo/demo.load.js';
import { DEMO_PROJECTS } from '../../api/src/database/demo/demo.projects.js';
import { DEMO_SITES } from '../../api/src/database/demo/demo.sites.js';
import { demoId } from '../../api/src/database/demo/demo.rows.js';
import { removeDemo } from '../../api/src/database/demo/demo.writes.js';
import { FEATURES, SITE_KINDS, TENURES } from '../../api/src/modules/sites/site.vocabulary.js';
import { givenPerson } from '../support/actors.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ content: 'demo' });
/** Many requests, on a busy machine. */
const LONG_MS = 60_000;
const NOW = new Date('2026-11-23T10:00:00.000Z');
const get = async (path: string) => (await t.http().get(path).expect(200)).body;
const names = (items: readonly { readonly site: { readonly name: string } }[]) => items.map((item) => item.site.name);

describe('the demonstration', () => {
  test('is rich enough for every screen, and each thing in it says that it is invented', async () => {
    const figures = await get('/api/figures/home');
    expect(figures).toMatchObject({ demo: true, organisations: 15 });
    const seen: number[] = [figures.offered, figures.ownerKnown, figures.leads];
    expect(seen.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(75);
    expect(figures.byRegion.length).toBeGreaterThanOrEqual(10);
    const { facets, items } = await get('/api/sites?limit=100&shelf=offered,owner_known,lead');
    expect(items.every((site: { demo: boolean }) => site.demo)).toBe(true);
    expect(facets.kind.map((line: { value: string }) => line.value).sort()).toEqual([...SITE_KINDS].sort());
    expect(facets.tenure.map((line: { value: string }) => line.value).sort()).toEqual([...TENURES].sort());
    expect(facets.features.map((line: { value: string }) => line.value).sort()).toEqual([...FEATURES].sort());
    expect((await get('/api/projects?limit=100')).items.every((project: { demo: boolean }) => project.demo)).toBe(true);
    expect(DEMO_PROJECTS).toHaveLength(25);
  });

  test('puts each place in the commune it names', async () => {
    const far = await t.db.query(
      `select s.name, round(st_distance(s.point::geography, c.point::geography)) as metres
       from site s join territory c on c.id = s.commune_id
       where s.demo and st_distance(s.point::geography, c.point::geography) > 9000`,
    );
    expect(far).toEqual([]);
  });

  test(
    'has a page for each place, with blanks as in real life',
    async () => {
      const scores: number[] = [];
      for (const { id } of await t.db.query<{ id: string }[]>('select id from published_site')) {
        const site = await get(`/api/sites/${id}`);
        expect(site.sources).toEqual([
          expect.objectContaining({ datasetId: 'demo', attribution: 'Données inventées pour la démonstration' }),
        ]);
        scores.push(site.completeness.score);
      }
      expect(Math.min(...scores)).toBeLessThan(35);
      expect(Math.max(...scores)).toBeGreaterThan(85);
      expect(scores).toHaveLength(DEMO_SITES.length);
    },
    LONG_MS,
  );

  test('has living tiers-lieux on a shelf of their own, near the places around them', async () => {
    const { items } = await get('/api/sites?shelf=living&limit=100');
    expect(items).toHaveLength(6);
    for (const { id, kind, demo, tenures } of items) {
      expect({ kind, demo, tenures }).toEqual({ kind: 'tiers_lieu', demo: true, tenures: [] });
      const { living } = await get(`/api/sites/${id}`);
      expect(living).toEqual({ runBy: expect.any(String), activities: expect.arrayContaining([expect.any(String)]), website: null });
    }
    const { features } = await get('/api/sites/map?zoom=5&shelf=living');
    expect(features.reduce((sum: number, { properties }: { properties: { count?: number } }) => sum + (properties.count ?? 1), 0)).toBe(6);
    const [station] = (await get('/api/sites?territory=commune:52269&limit=1')).items;
    const { tiersLieux } = await get(`/api/sites/${station.id}/nearby`);
    expect(tiersLieux.map(({ name }: { name: string }) => name).sort()).toEqual([
      'La Fabrique des Remparts imaginaires',
      'Le Quai Numéro Zéro',
    ]);
  });

  test('answers the need of the guided tour: places that fit, a question left, near misses and what would change', async () => {
    const [tour] = DEMO_PROJECTS;
    const { zone, floorAreaMinM2, floorAreaMaxM2, budget, walkToStopMinutes } = tour?.need ?? {};
    const need = { activity: 'repair', zone, floorAreaMinM2, floorAreaMaxM2, budget, walkToStopMinutes };
    const { body } = await t.http().post('/api/matches/try').send({ need });
    const section = (eligibility: string, shelf: string) =>
      names(
        body.sections.find((one: { eligibility: string; shelf: string }) => one.eligibility === eligibility && one.shelf === shelf)
          ?.items ?? [],
      );
    expect(section('eligible', 'offered').sort()).toEqual([
      'Ancien atelier municipal du faubourg',
      'Halle à marchandises de la gare haute',
      'Local de la cour des marchandises',
      'Remise des autorails',
    ]);
    expect(section('to_confirm', 'offered').sort()).toEqual(['Forge communale', 'Messagerie du viaduc']);
    expect(section('near_miss', 'offered').sort()).toEqual([
      'Ancienne imprimerie du bulletin',
      'Manège couvert de la citadelle',
      'Menuiserie du coteau',
    ]);
    expect(section('eligible', 'owner_known')).toEqual(['Dépôt de la rue des Fontaines imaginaires']);
    expect(body.whatIf.some((line: { steps: readonly unknown[] }) => line.steps.length > 0)).toBe(true);
    expect(body.leads.total).toBeGreaterThan(0);
  });

  test('shows a jury at work, one of its readers tied to an applicant, and a decided call whose scores lie apart', async () => {
    const memberOf = ['terres', 'bourg'].map((key) => ({ organisationId: demoId(`organisation:${key}`), role: 'administrator' as const }));
    const agent = await givenPerson(t, { memberOf });
    const review = async (call: string) =>
      (
        await agent
          .http()
          .get(`/api/calls/${demoId(`call:${call}`)}/review`)
          .expect(200)
      ).body;
    const running = await review('rivets-halles');
    expect(running.reviewers.map(({ done, asked }: { done: number; asked: number }) => `${done}/${asked}`).sort()).toEqual([
      '0/3',
      '1/2',
      '1/3',
      '3/3',
    ]);
    expect(running.applications.map(({ locked, readers, linked }: Record<string, number>) => [`${locked}/${readers}`, linked])).toEqual(
      expect.arrayContaining([
        ['2/3', 1],
        ['2/4', 0],
        ['1/4', 0],
      ]),
    );
    expect([running.ranking, JSON.stringify(running).includes('personne ne couvre')]).toEqual([null, false]);
    const [{ lines }] = (await review('pavillon')).ranking;
    const shown = (await get(`/api/calls/${demoId('call:pavillon')}/results`)).results.lots[0].lines;
    expect(lines.map(({ hundredths }: { hundredths: number }) => hundredths)).toEqual(
      shown.map((one: { hundredths: number }) => one.hundredths),
    );
    expect(lines[1].criteria[0]).toMatchObject({ lowest: 2, highest: 4 });
    await t.db.query('delete from membership where account_id = $1', [agent.id]);
  });

  test('loaded twice is loaded once', async () => {
    expect(await t.db.transaction((tx) => loadDemo(tx, NOW))).toBe('loaded');
  });

  test(
    'once removed leaves nothing invented, stays away, and comes back only when asked',
    async () => {
      await t.db.transaction((tx) => removeDemo(tx));
      expect(await get('/api/figures/home')).toMatchObject({ offered: 0, leads: 0, openProjects: 0, demo: false });
      expect(
        await t.db.query(`select 1 from organisation where demo union all select 1 from transit_stop where dataset_id = 'demo'`),
      ).toEqual([]);
      expect(await t.db.transaction((tx) => loadDemo(tx, NOW))).toBe('removed');
      expect(await t.db.transaction((tx) => loadDemo(tx, NOW, true))).toMatchObject({ sites: DEMO_SITES.length });
    },
    LONG_MS,
  );
});
