/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { deviceOf } from '../../web/src/features/accounts/mine/device-words';
import { requests, serve, signedIn, visitor } from './account.page';
import { open } from './matching.page';

async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
}

describe('an identity provider', () => {
  const ways = { password: true, link: true, oidc: { name: 'ProConnect' } };
  const identity = { id: 'i1', issuer: 'https://idp.example/', createdAt: '2026-11-01T08:00:00Z', usedAt: '2026-11-20T08:00:00Z' };

  test('that refused says why and what to do, and its button keeps the place to come back to', async () => {
    serve({ 'GET /api/me': { ...visitor, signInWays: ways } });
    await open('/connexion?retour=/mes-projets&refus=identity-account-exists');
    expect((await screen.findByRole('alert')).textContent).toContain('Un compte existe déjà avec votre adresse');
    const way = await screen.findByRole('link', { name: 'Se connecter avec ProConnect' });
    expect(way.getAttribute('href')).toBe('/api/session/oidc?returnTo=%2Fmes-projets');
  });

  test('whose refusal is not known is said all the same', async () => {
    serve({ 'GET /api/me': visitor });
    await open('/connexion?refus=demain');
    expect((await screen.findByRole('alert')).textContent).toContain('La connexion n’a pas abouti');
  });

  test('linked to the account is listed, and taken off once explained', async () => {
    let items = [identity];
    serve({
      'GET /api/me': { ...signedIn(), signInWays: ways },
      'GET /api/me/identities': () => ({ items, next: null }),
      'DELETE /api/me/identities/i1': () => {
        items = [];
        return { id: 'i1' };
      },
    });
    await open('/mon-compte/securite');
    await press('Retirer ProConnect (idp.example)');
    const dialog = await screen.findByRole('dialog', { name: /Ne plus se connecter avec ProConnect/ });
    await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Retirer ce lien' })));
    expect(await screen.findByRole('button', { name: 'Lier mon compte ProConnect' })).toBeTruthy();
    expect(screen.queryByText(/idp.example/)).toBeNull();
  });

  test('is not spoken of where there is none', async () => {
    serve({ 'GET /api/me': signedIn(), 'GET /api/me/identities': { items: [], next: null } });
    await open('/mon-compte/securite');
    await screen.findByRole('heading', { level: 2, name: 'Mot de passe' });
    expect(screen.queryByText('Fournisseur d’identité')).toBeNull();
  });
});

describe('one’s own account', () => {
  test('reminds of an address to confirm, says what that prevents, and sends the message again', async () => {
    serve({ 'GET /api/me': signedIn({ emailVerified: false }), 'POST /api/me/verification': { accepted: true } });
    await open('/mon-compte');
    expect(await screen.findByText('Votre adresse n’est pas encore confirmée')).toBeTruthy();
    await press('Renvoyer le message');
    expect(await screen.findByText('C’est parti : regardez vos messages.')).toBeTruthy();
  });

  test('turns on the second factor: scan or copy, try, keep the recovery codes', async () => {
    serve({
      'GET /api/me': signedIn(),
      'POST /api/me/second-factor': { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' },
      'POST /api/me/second-factor/confirm': { recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'] },
    });
    await open('/mon-compte/securite');
    await screen.findByRole('heading', { level: 1, name: 'Sécurité' });
    await press('Activer le second facteur');
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    expect(await screen.findByAltText('Code à photographier avec l’application d’authentification')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Code à six chiffres'), { target: { value: '123 456' } });
    await press('Vérifier et activer');
    expect(requests('POST', '/api/me/second-factor/confirm')[0]?.body).toEqual({ code: '123456' });
    expect(await screen.findByText('cccc-dddd')).toBeTruthy();
    await press('Terminer');
    expect(await screen.findByRole('link', { name: /Gardez d’abord les codes/ })).toBeTruthy();
    expect(screen.getByText('cccc-dddd')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'J’ai gardé ces codes en lieu sûr.' }));
    await press('Terminer');
    expect(screen.queryByText('cccc-dddd')).toBeNull();
  });

  test('lists the devices in words and signs one of them out', async () => {
    const session = { network: '192.0.2.1', startedAt: '2026-11-25T08:00:00Z', seenAt: '2026-11-25T09:00:00Z' };
    const mine = { ...session, id: 's1', current: true, userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36' };
    const phone = { ...session, id: 's2', current: false, userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18) Version/18.0 Safari/604.1' };
    let items = [mine, phone];
    serve({
      'GET /api/me': signedIn(),
      'GET /api/me/sessions': () => ({ items, next: null }),
      'DELETE /api/me/sessions/s2': () => {
        items = [mine];
        return { done: true };
      },
    });
    await open('/mon-compte/sessions');
    await press('Déconnecter iPhone · Safari');
    expect(await screen.findByText('Aucun autre appareil n’est connecté.')).toBeTruthy();
    expect(screen.getByText(/Linux · Chrome/)).toBeTruthy();
    expect(screen.getByText(/Connecté le 25 novembre 2026 à 9 h/)).toBeTruthy();
  });

  test('is erased only after saying that one has understood, and says so once nothing is left', async () => {
    let me: object = signedIn();
    serve({
      'GET /api/me': () => me,
      'GET /api/privacy/retention': { items: [], next: null },
      'POST /api/me/erasure': () => {
        me = visitor;
        return { done: true };
      },
    });
    await open('/mon-compte/donnees');
    await screen.findByRole('heading', { level: 1, name: 'Mes données' });
    await press('Effacer mon compte…');
    const dialog = await screen.findByRole('dialog', { name: 'Effacer mon compte' });
    const erase = () => act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Effacer définitivement mon compte' })));
    await erase();
    expect(within(dialog).getByRole('link', { name: /Cochez la case/ })).toBeTruthy();
    expect(requests('POST', '/api/me/erasure')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('checkbox'));
    await erase();
    expect(await screen.findByRole('heading', { level: 1, name: 'Votre compte est effacé' })).toBeTruthy();
  });
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0', 'Windows', 'Edge', false],
  ['Mozilla/5.0 (Linux; Android 14; SM-S918B) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36', 'Android', 'Samsung Internet', true],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0', 'macOS', 'Firefox', false],
  ['curl/8.5', null, null, false],
])('%s is said in two words', (userAgent, system, browser, isPhone) => {
  expect(deviceOf(userAgent)).toEqual({ system, browser, isPhone });
});
