/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { faulty, requests, serve, signedIn, visitor } from './account.page';
import { open } from './matching.page';

const id = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f';
const organisation = {
  id,
  name: 'Ville de Langres',
  kind: 'public_owner',
  ownerKind: 'commune',
  legalForm: null,
  siret: null,
  rna: null,
  commune: null,
  standing: 'verified',
  demo: false,
  territory: null,
  summary: null,
  website: null,
  verifiedAt: null,
  evidence: [],
  provenance: null,
  inside: null,
  actions: {},
};
const follow = (more: object) => ({
  id,
  about: 'organisation',
  subject: id,
  title: 'Ville de Langres',
  page: `/organisations/${id}`,
  frequency: 'daily',
  since: '2026-11-20T10:00:00Z',
  ...more,
});
const list = (...items: object[]) => ({ address: 'camille@exemple.fr', items, next: null });
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const inDialog = async (name: string) => {
  const button = within(await screen.findByRole('dialog')).getByRole('button', { name });
  await act(async () => fireEvent.click(button));
};

describe('following', () => {
  test('asks a visitor for an address, and says to look at one’s messages', async () => {
    let attempts = 0;
    serve({
      'GET /api/me': visitor,
      [`GET /api/organisations/${id}`]: organisation,
      'POST /api/follows': () => ((attempts += 1) === 1 ? faulty(['/email', 'adresse incomplète']) : { accepted: true }),
    });
    await open(`/organisations/${id}`);
    await press('Suivre');
    fireEvent.click(await screen.findByRole('radio', { name: /semaine/ }));
    fireEvent.change(screen.getByLabelText('Votre adresse électronique'), { target: { value: 'riverain@exemple.fr' } });
    await inDialog('Suivre');
    await screen.findByRole('link', { name: /adresse incomplète/ });
    await inDialog('Suivre');
    await screen.findByText('Regardez vos messages');
    const asked = { about: 'organisation', subject: id, frequency: 'weekly', email: 'riverain@exemple.fr' };
    expect(requests('POST', '/api/follows').map(({ body }) => body)).toEqual([asked, asked]);
  });

  test('takes one press of who is signed in, and shows that it is done', async () => {
    serve({
      'GET /api/me': signedIn(),
      [`GET /api/organisations/${id}`]: organisation,
      'GET /api/me/follows': list(),
      'POST /api/me/follows': list(follow({})),
    });
    await open(`/organisations/${id}`);
    await press('Suivre');
    await screen.findByText(/^C’est noté/);
    expect(requests('POST', '/api/me/follows')[0]?.body).toEqual({ about: 'organisation', subject: id, frequency: 'daily' });
    expect(within(screen.getByRole('dialog')).queryByLabelText('Votre adresse électronique')).toBeNull();
    expect(await screen.findByRole('button', { name: 'Vous suivez' })).toBeTruthy();
  });

  test('is changed and ended in one’s account, one by one or all at once', async () => {
    const other = follow({ id: id.replace('0f', '1f'), title: 'Gare de Villiers', page: null });
    serve({
      'GET /api/me': signedIn(),
      'GET /api/me/follows': list(follow({}), other),
      [`PATCH /api/me/follows/${id}`]: list(follow({ frequency: 'weekly' }), other),
      [`DELETE /api/me/follows/${id}`]: list(other),
      'DELETE /api/me/follows': list(),
    });
    await open('/mon-compte/suivis');
    const often = await screen.findByLabelText<HTMLSelectElement>('Fréquence pour Ville de Langres');
    await act(async () => fireEvent.change(often, { target: { value: 'weekly' } }));
    await screen.findByText(/^Fréquence changée/);
    expect(requests('PATCH', `/api/me/follows/${id}`)[0]?.body).toEqual({ frequency: 'weekly' });
    await press('Ne plus suivre Ville de Langres');
    expect(screen.queryByText('Ville de Langres')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Gare de Villiers' })).toBeNull();
    await press('Tout arrêter');
    await inDialog('Ne plus rien suivre');
    await screen.findByText('Vous ne suivez rien');
  });
});

describe('favourites', () => {
  test('kept in the browser join the account, once', async () => {
    serve({ 'GET /api/me': signedIn(), 'POST /api/me/favourites': { siteIds: [id], items: [], next: null } });
    localStorage.setItem('favourites', JSON.stringify([id, 'not-an-id']));
    await open('/favoris');
    await screen.findByText(/1 lieu gardé n’est plus public/);
    expect(requests('POST', '/api/me/favourites')[0]?.body).toEqual({ siteIds: [id] });
    expect(localStorage.getItem('favourites')).toBe('[]');
  });
});
