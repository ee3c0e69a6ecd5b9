import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyOnMadeUpPlaces, verifyOnRealPlaces } from '../../api/src/modules/matching/verification/match.verification.js';
import { ProjectsReach } from '../../api/src/modules/matching/reach/projects-reach.service.js';
import { StoredMatches } from '../../api/src/modules/matching/stored-matches.service.js';
import { ACTIVITIES, CONDITIONS, CONSTRAINTS, FEATURES, SITE_KINDS, TENURES, USES } from '../../api/src/modules/sites/site.vocabulary.js';
import { useTestApp } from '../support/test-app.js';
import { addPlace, addProject, addTerritories, workshopNeed } from './matching-places.js';

const t = useTestApp();
beforeAll(() => addTerritories(t.db));

describe('the fast path', () => {
  it('finds the same places in the same order as brute force over the engine, on made-up places', async () => {
    const result = await t.db.transaction((tx) => verifyOnMadeUpPlaces(tx, 40, 2026, () => undefined));
    expect(result.differences).toEqual([]);
    expect(result.matches).toBeGreaterThan(1000);
  }, 120_000);

  it('and on the places of the database, leads looked at as if their owners were known', async () => {
    await addPlace(t.db, { name: 'On offer' });
    await addPlace(t.db, { name: 'Lead', state: 'potential', ownerKind: null });
    const result = await t.db.transaction((tx) => verifyOnRealPlaces(tx, 20, 7, () => undefined));
    expect(result).toMatchObject({ options: 2, differences: [] });
  }, 60_000);
});

describe('what the database knows of the words', () => {
  it.each([
    ['kind', SITE_KINDS],
    ['tenure', TENURES],
    ['feature', FEATURES],
    ['constraint', CONSTRAINTS],
    ['use', USES],
    ['condition', CONDITIONS],
    ['activity', ACTIVITIES],
  ] as const)('is the same list, in the same order, as the product: %s', async (list, words) => {
    const [row]: { words: string[] }[] = await t.db.query('select match_words($1) as words', [list]);
    expect(row?.words).toEqual([...words]);
  });
});

describe('matches of saved projects', () => {
  it('are kept with their inputs, and computed again to the letter', async () => {
    await addPlace(t.db, { name: 'Kept', features: {} });
    await addProject(t.db, 'Kept project', workshopNeed, false);
    const stored = await t.get(StoredMatches).store();
    expect(stored.matches).toBeGreaterThan(0);
    expect(await t.get(StoredMatches).replay()).toEqual({ replayed: stored.matches, differences: 0 });
    await t.db.query(`update stored_match set option = replace(option::text, '"floorAreaM2":220', '"floorAreaM2":140')::json`);
    expect((await t.get(StoredMatches).replay()).differences).toBeGreaterThan(0);
    await t.db.query('delete from stored_match');
    await t.db.query(`update project set state = 'closed'`);
  });
});

describe('projects for a place', () => {
  const projectsFor = async (site: string) => {
    await t.get(ProjectsReach).refresh();
    const { body } = await t.http().get(`/api/sites/${site}/projects?lang=en`).expect(200);
    return body as {
      items: { project: { name: string }; eligibility: string; changes: string[] }[];
      whatIf: { id: string; offered: number }[];
    };
  };

  it('shows the owner the public projects it suits, and what a change of the place would open', async () => {
    const site = await addPlace(t.db, { name: 'Mirror', features: { electricity: true, step_free: false } });
    const workshop = await addProject(t.db, 'Workshop', workshopNeed);
    await addProject(t.db, 'Not public', workshopNeed, false);
    await addProject(t.db, 'Step-free café', { ...workshopNeed, mustHave: ['step_free'] });
    await addProject(t.db, 'Elsewhere', { zone: [{ anyOf: [{ type: 'territory', id: 'department:88' }] }] });
    await addProject(t.db, 'Much larger', { ...workshopNeed, floorAreaMinM2: 2000, floorAreaMaxM2: null });

    const { items, whatIf } = await projectsFor(site);
    expect(items.map(({ project, eligibility }) => [project.name, eligibility])).toEqual([
      ['Workshop', 'eligible'],
      ['Step-free café', 'near_miss'],
    ]);
    expect(items[1]?.changes).toEqual(['add this equipment: step-free access']);
    expect(whatIf.find((row) => row.id === 'feature_step_free')).toMatchObject({ offered: 1 });

    await t.db.query(`update project set state = 'closed' where id = $1`, [workshop]);
    expect((await projectsFor(site)).items.map(({ project }) => project.name)).toEqual(['Step-free café']);
  });

  it('says that a place costs too much for a project, never by how much: its budget is private', async () => {
    const site = await addPlace(t.db, { name: 'Dear' });
    await addProject(t.db, 'Short of money', { ...workshopNeed, budget: { euros: 367, per: 'month' } });
    const { items, whatIf } = await projectsFor(site);
    const { text } = await t.http().get(`/api/sites/${site}/projects?lang=en`).expect(200);
    const item = items.find(({ project }) => project.name === 'Short of money');
    expect(item).toMatchObject({ eligibility: 'near_miss', changes: [], summary: expect.stringMatching(/cost/i) });
    expect(whatIf.find((row) => row.id === 'cost')).toMatchObject({ offered: 1, steps: [] });
    expect(text).not.toContain('€');
  });

  it('answers “not found” for a place nobody may see', async () => {
    const site = await addPlace(t.db, { name: 'Draft', state: 'draft' });
    await t.http().get(`/api/sites/${site}/projects`).expect(404);
  });
});
