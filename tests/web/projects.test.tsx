/** @jest-environment ./tests/web/page-environment.cjs */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fromNeed } from '../../web/src/features/matching/need/need-from-body';
import { toNeed } from '../../web/src/features/matching/need/need-body';
import type { NeedSearch } from '../../web/src/features/matching/need/need-search';
import { requests, rotonde, serve, signedIn, visitor } from './account.page';
import { results } from './matching.examples';
import { open } from './matching.page';
import { problem } from './page';

const ID = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e77';
const NEED = 'floorMin=150&in=department:52&budget=600';
const may = {
  updateProject: null,
  openProject: null,
  closeProject: null,
  reopenProject: 'project-state-forbids',
  showProject: null,
  hideProject: null,
};

function project(about: object = {}, inside: object | null = {}) {
  return {
    id: ID,
    name: 'Atelier vélo',
    state: 'draft',
    activity: 'bike_workshop',
    stage: null,
    publicSummary: 'Réparer les vélos',
    organisation: { id: rotonde.organisationId, name: rotonde.name, legalForm: 'association', commune: null },
    looksFor: { kinds: ['workshop'], floorAreaMinM2: 150, floorAreaMaxM2: null, landAreaMinM2: null },
    jobsPlanned: 3,
    insertionHoursPlanned: null,
    residentsServed: null,
    demo: false,
    updatedAt: '2026-11-20T10:00:00.000Z',
    actions: may,
    private:
      inside === null
        ? null
        : {
            version: 4,
            public: false,
            need: toNeed({ floorMin: 150, in: ['department:52'], budget: 600 }),
            privateNote: 'Entre nous',
            completeness: { percent: 62, missing: ['stage', 'need.neededBy'] },
            closing: null,
            createdAt: '2026-11-01T10:00:00.000Z',
            ...inside,
          },
    ...about,
  };
}
const line = (name: string, about: object = {}) => ({
  id: ID,
  name,
  state: 'open',
  activity: 'repair',
  stage: null,
  public: true,
  completeness: { percent: 80, missing: [] },
  updatedAt: '2026-11-20T10:00:00.000Z',
  matches: { eligible: 3, toConfirm: 2, nearMiss: 1, countedAt: '2026-11-20T10:00:00.000Z' },
  ...about,
});
const member = () => signedIn({}, [rotonde]);
const served = (given: object, more: object = {}) => ({
  'GET /api/me': member(),
  [`GET /api/projects/${ID}`]: given,
  [`GET /api/projects/${ID}/matches`]: results(),
  [`GET /api/projects/${ID}/history`]: { items: [], next: null },
  ...more,
});
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const type = async (label: string | RegExp, value: string) => fireEvent.change(await screen.findByLabelText(label), { target: { value } });

beforeEach(() => sessionStorage.clear());

describe('keeping a need as a project', () => {
  test('leads a visitor to sign in and back, with the whole need in the address', async () => {
    serve({ 'GET /api/me': visitor });
    const page = await open(`/mes-projets/nouveau?${NEED}`);
    await waitFor(() => expect(page.address()).toContain('/connexion'));
    const back = decodeURIComponent(new URL(page.address(), 'http://x').searchParams.get('retour') ?? '');
    expect(back).toContain('/mes-projets/nouveau');
    for (const answer of ['floorMin=150', 'department:52', 'budget=600']) expect(decodeURIComponent(back)).toContain(answer);
  });

  test('sends the need with its name to the organisation and opens the project', async () => {
    serve({ ...served(project()), 'POST /api/projects': project() });
    const page = await open(`/mes-projets/nouveau?${NEED}`);
    await type(/Nom du projet/, 'Atelier vélo');
    await press('Enregistrer le brouillon');
    await waitFor(() => expect(page.address()).toBe(`/mes-projets/${ID}`));
    expect(requests('POST', '/api/projects')[0]?.body).toMatchObject({
      organisationId: rotonde.organisationId,
      name: 'Atelier vélo',
      need: { floorAreaMinM2: 150, zone: [{ anyOf: [{ type: 'territory', id: 'department:52' }] }], budget: { euros: 600, per: 'month' } },
    });
  });

  test('without an organisation, says what is needed and keeps the need', async () => {
    serve({ 'GET /api/me': signedIn() });
    await open(`/mes-projets/nouveau?${NEED}`);
    expect(await screen.findByText('Il faut une organisation de l’ESS')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Trouver mon organisation' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Enregistrer le brouillon' })).toBeNull();
  });

  test('is not offered for an organisation where one only reads', async () => {
    serve({ 'GET /api/me': signedIn({}, [{ ...rotonde, role: 'reader' }]) });
    await open(`/mes-projets/nouveau?${NEED}`);
    expect(await screen.findByText('Il faut une organisation de l’ESS')).toBeTruthy();
  });
});

describe('my projects', () => {
  const list = (items: object[], next: string | null = null) => ({
    'GET /api/me': member(),
    [`GET /api/organisations/${rotonde.organisationId}/projects`]: { items, next },
  });

  test('tell their state, their completeness and how many places suit them', async () => {
    serve(list([line('Premier'), line('Second', { id: `${ID.slice(0, -1)}8`, state: 'draft', public: false, matches: null })]));
    await open('/mes-projets');
    const first = (await screen.findByRole('link', { name: 'Premier' })).closest('li') as HTMLElement;
    expect(within(first).getByText('Ouvert')).toBeTruthy();
    expect(within(first).getByText('Public')).toBeTruthy();
    expect(first.textContent).toContain('3 lieux conviennent, 2 à vérifier, 1 presque.');
    const second = screen.getByRole('link', { name: 'Second' }).closest('li') as HTMLElement;
    expect(within(second).getByText('Membres seulement')).toBeTruthy();
  });

  test('when there is none, say where to begin; when there are many, go on page after page', async () => {
    serve(list([]));
    const { unmount } = await open('/mes-projets');
    expect(await screen.findByText('Pas encore de projet')).toBeTruthy();
    unmount();
    serve(list([line('Un'), line('Deux', { id: `${ID.slice(0, -1)}8` })], 'more'));
    await open('/mes-projets');
    expect(await screen.findByRole('button', { name: 'Voir la suite' })).toBeTruthy();
  });
});

describe('a project of mine', () => {
  test('is edited by sections, on the version that was read', async () => {
    serve(served(project(), { [`PATCH /api/projects/${ID}`]: project({ name: 'Nouveau nom' }, { version: 5 }) }));
    await open(`/mes-projets/${ID}`);
    await press(/Modifier Présentation/);
    await type(/Nom du projet/, 'Nouveau nom');
    await press('Enregistrer');
    expect(requests('PATCH', `/api/projects/${ID}`)[0]?.body).toEqual({
      version: 4,
      name: 'Nouveau nom',
      activity: 'bike_workshop',
      stage: null,
      publicSummary: 'Réparer les vélos',
    });
  });

  test('saved by somebody else meanwhile: shows both, loses nothing, and saves when asked again', async () => {
    let saves = 0;
    const facts = { version: 6, changes: [{ field: 'name', from: 'Atelier vélo', to: 'Nom de Sacha' }] };
    serve(
      served(project(), {
        [`PATCH /api/projects/${ID}`]: () =>
          saves++ === 0 ? problem(409, 'changed-meanwhile', 'Modifié entre-temps', { facts }) : project(),
      }),
    );
    await open(`/mes-projets/${ID}`);
    await press(/Modifier Présentation/);
    await type(/Nom du projet/, 'Mon nom');
    await press('Enregistrer');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Atelier vélo.*→.*Nom de Sacha/);
    expect(screen.getByLabelText<HTMLInputElement>(/Nom du projet/).value).toBe('Mon nom');
    await press('Enregistrer ma version');
    await waitFor(() => expect(requests('PATCH', `/api/projects/${ID}`)).toHaveLength(2));
    expect(requests('PATCH', `/api/projects/${ID}`)[1]?.body).toMatchObject({ version: 6, name: 'Mon nom' });
  });

  test('of an organisation that is not verified says why it can neither be opened nor shown', async () => {
    serve(served(project({ actions: { ...may, openProject: 'organisation-not-ready', showProject: 'organisation-not-ready' } })));
    await open(`/mes-projets/${ID}`);
    expect((await screen.findAllByText(/pas encore vérifiée/)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Ouvrir le projet' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Clore le projet' })).toBeTruthy();
  });

  test('opens, and closes only for a reason', async () => {
    const opened = project({ state: 'open', actions: { ...may, openProject: 'project-state-forbids' } });
    serve(
      served(project(), { [`POST /api/projects/${ID}/open`]: opened, [`POST /api/projects/${ID}/close`]: project({ state: 'closed' }) }),
    );
    await open(`/mes-projets/${ID}`);
    await press('Ouvrir le projet');
    expect(requests('POST', `/api/projects/${ID}/open`)).toHaveLength(1);
    await press('Clore le projet');
    fireEvent.click(await screen.findByLabelText('Le financement manque'));
    const dialog = await screen.findByRole('dialog');
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Clore le projet' })));
    expect(requests('POST', `/api/projects/${ID}/close`)[0]?.body).toEqual({ reason: 'funding_missing', note: null });
  });

  test('read by a member who may not write shows no button that would be refused', async () => {
    const none = Object.fromEntries(Object.keys(may).map((act) => [act, 'role-too-low']));
    serve(served(project({ actions: none })));
    await open(`/mes-projets/${ID}`);
    await screen.findByRole('heading', { level: 1, name: 'Atelier vélo' });
    expect(screen.queryByRole('button', { name: /Modifier|Ouvrir|Clore|Rendre/ })).toBeNull();
  });
});

describe('the public page of a project', () => {
  test('shows what is public and leads its members inside', async () => {
    serve({ 'GET /api/me': visitor, [`GET /api/projects/${ID}`]: project({ state: 'open' }, null) });
    await open(`/projets/${ID}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Atelier vélo' })).toBeTruthy();
    expect(screen.getByText('Réparer les vélos')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Gérer ce projet' })).toBeNull();
  });
});

describe('a stored need', () => {
  test.each<[string, NeedSearch]>([
    ['nothing', {}],
    [
      'every answer',
      {
        activity: 'repair',
        kinds: ['workshop'],
        floorMin: 100,
        floorMax: 200,
        tolerance: 10,
        tenures: ['civil_lease'],
        budget: 600,
        by: '2027-01-01',
        months: 36,
        must: ['electricity'],
        wish: ['parking'],
        works: 5000,
        walk: 15,
        first: ['cost'],
      },
    ],
    ['territories and a circle, both', { in: ['department:52'], near: '5.333,47.862', radiusKm: 40 }],
    ['territories or a drawing', { in: ['department:52', 'commune:52269'], drawn: '5.1,47.1,5.2,47.1,5.2,47.2', combine: 'any' }],
    ['softened subjects', { uses: ['workshop'], without: ['asbestos'], soft: ['use', 'free_of', 'cost'] }],
  ])('comes back to the form as it was written: %s', (_case, need) => {
    expect(fromNeed(toNeed(need))).toEqual(need);
  });

  test('that says more than the form can is not bent to fit it', () => {
    const circle = { type: 'circle' as const, centre: { lon: 5, lat: 47 }, radiusKm: 10 };
    const zone = [{ anyOf: [circle, { ...circle, radiusKm: 20 }] }];
    expect(fromNeed({ ...toNeed({}), zone })).toBeNull();
  });
});
