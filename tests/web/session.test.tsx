/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { ownPath } from '../../web/src/session/return-to';
import { account, faulty, refused, requests, rotonde, serve, signedIn, visitor } from './account.page';
import { open } from './matching.page';

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
}

describe('the page to come back to', () => {
  test.each(['/mon-compte', '/organisations?q=Langres'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each(['https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', '/ ailleurs', '/connexion', '', undefined])(
    '%s is not followed',
    (path) => {
      expect(ownPath(path)).toBeUndefined();
    },
  );
});

describe('signing in', () => {
  test('brings a visitor back to the page that asked for it', async () => {
    let me: object = visitor;
    serve({
      'GET /api/me': () => me,
      'POST /api/session': () => {
        me = signedIn();
        return { step: 'signed-in' };
      },
      'GET /api/me/sessions': { items: [], next: null },
    });
    const { address } = await open('/mon-compte/sessions');
    await screen.findByRole('heading', { level: 1, name: 'Se connecter' });
    expect(screen.getByText(/vous y reviendrez aussitôt/)).toBeTruthy();
    type('Adresse électronique', 'camille@exemple.fr');
    type('Mot de passe', 'quai tournesol marteau');
    await press('Se connecter');
    await screen.findByRole('heading', { level: 1, name: 'Appareils connectés' });
    expect(address()).toBe('/mon-compte/sessions');
    expect(requests('POST', '/api/session')[0]?.body).toEqual({ email: 'camille@exemple.fr', password: 'quai tournesol marteau' });
  });

  test('asks for the second proof of those who have one, and takes a recovery code instead', async () => {
    serve({
      'GET /api/me': visitor,
      'POST /api/session': { step: 'second-factor' },
      'POST /api/session/second-factor': () => refused(403, 'wrong-code', 'Code inexact ou déjà utilisé'),
    });
    await open('/connexion');
    await screen.findByRole('heading', { level: 1, name: 'Se connecter' });
    await press('Se connecter');
    await screen.findByRole('heading', { level: 1, name: 'Second facteur' });
    expect(screen.getByLabelText('Code à six chiffres').getAttribute('autocomplete')).toBe('one-time-code');
    await press(/code de secours/);
    type('Code de secours', 'abcd-efgh');
    await press('Valider');
    expect((await screen.findByRole('alert')).textContent).toContain('Code inexact');
    expect(requests('POST', '/api/session/second-factor')[0]?.body).toEqual({ code: 'abcd-efgh' });
  });

  test('says the same to those who ask for a link, whether they have an account or not', async () => {
    serve({ 'GET /api/me': visitor, 'POST /api/session/link': { accepted: true } });
    await open('/connexion/lien');
    await screen.findByRole('heading', { level: 1, name: 'Connexion par un lien' });
    type('Adresse électronique', 'camille@exemple.fr');
    await press('M’envoyer un lien');
    const heading = await screen.findByRole('heading', { level: 2, name: 'Regardez vos messages' });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByText(/Si un compte existe pour camille@exemple.fr/)).toBeTruthy();
  });
});

describe('signing up', () => {
  test('sends no password when one chooses to sign in by links', async () => {
    serve({ 'GET /api/me': visitor, 'POST /api/accounts/sign-up': { accepted: true } });
    await open('/inscription');
    await screen.findByRole('heading', { level: 1, name: 'Créer un compte' });
    type('Votre nom', 'Camille Durand');
    type('Adresse électronique', 'camille@exemple.fr');
    fireEvent.click(screen.getByRole('radio', { name: /Par un lien/ }));
    expect(screen.queryByLabelText('Mot de passe')).toBeNull();
    await press('Créer mon compte');
    await screen.findByRole('heading', { level: 2, name: 'Regardez vos messages' });
    const body = { email: 'camille@exemple.fr', displayName: 'Camille Durand', password: null, language: 'fr' };
    expect(requests('POST', '/api/accounts/sign-up')[0]?.body).toEqual(body);
  });

  test('says under the password why it is refused', async () => {
    serve({ 'GET /api/me': visitor, 'POST /api/accounts/sign-up': () => faulty(['/password', '12 caractères au moins']) });
    await open('/inscription');
    await screen.findByRole('heading', { level: 1, name: 'Créer un compte' });
    await press('Créer mon compte');
    expect(await screen.findByRole('link', { name: 'Mot de passe — 12 caractères au moins' })).toBeTruthy();
  });
});

describe('the menu of one’s account', () => {
  test('opens with a press, names who is signed in, closes with Escape and gives the focus back', async () => {
    serve({ 'GET /api/me': signedIn({}, [rotonde]), 'PUT /api/me/acting-for': { actingFor: rotonde.organisationId } });
    await open('/methode');
    const button = await screen.findByRole('button', { name: /Votre compte Camille Durand/ });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(screen.getByText(account.email)).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: rotonde.name })));
    expect(requests('PUT', '/api/me/acting-for')[0]?.body).toEqual({ organisationId: rotonde.organisationId });
    fireEvent.keyDown(screen.getByRole('radio', { name: rotonde.name }), { key: 'Escape' });
    expect(screen.queryByText(account.email)).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test('tells a moderator without second factor what is missing', async () => {
    serve({ 'GET /api/me': signedIn({ platformRole: 'moderator' }) });
    await open('/methode');
    fireEvent.click(await screen.findByRole('button', { name: /Votre compte/ }));
    expect(screen.getByText(/La modération demande un second facteur/)).toBeTruthy();
  });
});

describe('an act that an open device is not enough for', () => {
  test('is confirmed with the password, then done with what was typed', async () => {
    let fresh = false;
    serve({
      'GET /api/me': signedIn(),
      'POST /api/me/email': () => (fresh ? { accepted: true } : refused(403, 'fresh-sign-in-needed', 'Confirmez que c’est vous')),
      'POST /api/session/confirm': () => {
        fresh = true;
        return { done: true };
      },
    });
    await open('/mon-compte');
    await screen.findByRole('heading', { level: 1, name: 'Profil' });
    type('Nouvelle adresse', 'nouvelle@exemple.fr');
    await press('Changer d’adresse');
    const dialog = await screen.findByRole('dialog', { name: 'Confirmez que c’est vous' });
    fireEvent.change(within(dialog).getByLabelText('Mot de passe'), { target: { value: 'quai tournesol marteau' } });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Confirmer et continuer' })));
    await screen.findByText('Deux messages sont partis');
    expect(requests('POST', '/api/me/email').map(({ body }) => body)).toEqual([
      { email: 'nouvelle@exemple.fr' },
      { email: 'nouvelle@exemple.fr' },
    ]);
  });

  test('is refused with its reason when one gives up', async () => {
    serve({
      'GET /api/me': signedIn(),
      'POST /api/me/email': () => refused(403, 'fresh-sign-in-needed', 'Confirmez que c’est vous', 'Redonnez votre mot de passe.'),
    });
    await open('/mon-compte');
    await screen.findByRole('heading', { level: 1, name: 'Profil' });
    await press('Changer d’adresse');
    const dialog = await screen.findByRole('dialog', { name: 'Confirmez que c’est vous' });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Fermer' })));
    expect((await screen.findByRole('alert')).textContent).toContain('Redonnez votre mot de passe.');
  });
});

test('a session that has ended brings one to sign in again, and back', async () => {
  let me: object = signedIn();
  serve({
    'GET /api/me': () => me,
    'GET /api/me/sessions': () => {
      me = visitor;
      return refused(401, 'sign-in-needed', 'Connexion nécessaire');
    },
  });
  const { address } = await open('/mon-compte/sessions');
  await screen.findByRole('heading', { level: 1, name: 'Se connecter' });
  expect(address()).toBe('/connexion?retour=/mon-compte/sessions');
});
