import { beforeAll, describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const organisation = uuidv7();
const ids: Record<string, string> = {};

async function givenProject(name: string, columns: Record<string, unknown> = {}): Promise<void> {
  ids[name] = uuidv7();
  const row = {
    id: ids[name],
    organisation_id: organisation,
    state: 'open',
    name,
    activity: 'repair',
    public_summary: 'Réparer des vélos au marché',
    public: true,
    demo: false,
    need: { kinds: ['workshop'], floorAreaMinM2: 150, floorAreaMaxM2: 300, budget: { euros: 600, per: 'month' } },
    created_at: '2026-11-01',
    updated_at: '2026-11-01',
    ...columns,
  };
  const names = Object.keys(row).join(', ');
  await t.db.query(`insert into project (${names}) select ${names} from jsonb_populate_record(null::project, $1)`, [JSON.stringify(row)]);
}

beforeAll(async () => {
  await givenTerritories(t.db);
  await t.db.query(
    `insert into organisation (id, name, kind, legal_form, commune_id, origin, created_at, updated_at)
     values ($1, 'Les Clés de Douze', 'ess', 'association', 'commune:52269', 'claimed', now(), now())`,
    [organisation],
  );
  await givenProject('Atelier ouvert', { updated_at: '2026-11-03' });
  await givenProject('Atelier installé', { state: 'matched', updated_at: '2026-11-02', activity: 'reuse' });
  await givenProject('Atelier en brouillon', { state: 'draft' });
  await givenProject('Atelier clos', { state: 'closed' });
  await givenProject('Atelier discret', { public: false });
});

describe('the projects people may read', () => {
  test('are those their holder made public, open or settled, the latest first', async () => {
    const { body } = await t.http().get('/api/projects').expect(200);
    expect(body.items.map((project: { name: string }) => project.name)).toEqual(['Atelier ouvert', 'Atelier installé']);
    expect(body.total).toBe(2);
  });

  test('can be searched by words and activity, and read page by page', async () => {
    const found = async (query: string) => (await t.http().get(`/api/projects?${query}`).expect(200)).body;
    expect((await found('q=velo')).total).toBe(2);
    expect((await found('activity=reuse')).items.map((project: { name: string }) => project.name)).toEqual(['Atelier installé']);
    const first = await found('limit=1');
    expect((await found(`limit=1&cursor=${first.next}`)).items[0].name).toBe('Atelier installé');
  });

  test('show what is looked for and keep the budget private', async () => {
    const { body, text } = await t.http().get(`/api/projects/${ids['Atelier ouvert']}`).expect(200);
    expect(body).toMatchObject({
      organisation: { name: 'Les Clés de Douze', commune: { name: 'Langres' } },
      looksFor: { kinds: ['workshop'], floorAreaMinM2: 150, floorAreaMaxM2: 300, landAreaMinM2: null },
      actions: { updateProject: 'sign-in-needed', showProject: 'sign-in-needed' },
      private: null,
    });
    expect(text).not.toContain('600');
  });

  test.each(['Atelier en brouillon', 'Atelier clos', 'Atelier discret'])('do not include “%s”', async (name) => {
    await t.http().get(`/api/projects/${ids[name]}`).expect(404);
  });

  test('are refused to a question that makes no sense', async () => {
    await t.http().get('/api/projects?activity=war').expect(422);
    await t.http().get('/api/projects/none').expect(422);
  });
});
