import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Agent } from 'supertest';
import { browserOn, givenRegistered } from '../support/browser-session.js';
import { type IdentityProvider, type ProvidedPerson, startIdentityProvider } from '../support/identity-provider.js';
import { lastMailTo } from '../support/mail.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const START_LIMIT_MS = 240_000;
let provider: IdentityProvider;
let t: TestApp;
beforeAll(async () => {
  provider = await startIdentityProvider();
  t = await startTestApp({ environment: { ...provider.environment, OIDC_MULTI_FACTOR: 'eidas2, mfa' }, outbound: 'loopback' });
}, START_LIMIT_MS);
afterAll(async () => {
  await t.close();
  await provider.stop();
});

let people = 0;
function newPerson(more: Partial<ProvidedPerson> = {}): ProvidedPerson & { readonly email: string } {
  people += 1;
  const email = `agent${people}@ville.example`;
  return {
    sub: `sub-${people}`,
    email_verified: true,
    given_name: 'Dominique',
    usual_name: 'Martin',
    ...more,
    ...(more.email ? { email: more.email } : { email }),
  };
}

const pathOf = (address: URL | string): string => {
  const { pathname, search } = new URL(address, 'http://localhost:3000');
  return `${pathname}${search}`;
};

/** From the button to the way back, not yet taken. */
async function comeBack(browser: Agent, returnTo = '/mes-projets'): Promise<string> {
  const { headers } = await browser
    .get(`/api/session/oidc?returnTo=${encodeURIComponent(returnTo)}`)
    .redirects(0)
    .expect(303);
  return pathOf(await provider.visit(headers['location'] as string));
}

async function signIn(browser: Agent, returnTo?: string) {
  return browser.get(await comeBack(browser, returnTo)).redirects(0);
}

const meOf = async (browser: Agent) => (await browser.get('/api/me').expect(200)).body;

describe('signing in with the identity provider', () => {
  test('is offered under its name', async () => {
    expect((await meOf(browserOn(t))).signInWays.oidc).toEqual({ name: 'ProConnect' });
  });

  test('opens an account for somebody new, with the address and name the provider vouches for, and leads back to their page', async () => {
    const person = newPerson();
    await provider.expect(person);
    const browser = browserOn(t);
    const answer = await signIn(browser, '/mes-projets?etat=ouvert');
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe('/mes-projets?etat=ouvert');
    expect((await meOf(browser)).account).toMatchObject({
      email: person.email,
      emailVerified: true,
      displayName: 'Dominique Martin',
      hasPassword: false,
      session: { fresh: true, secondFactor: false },
    });
  });

  test('recognises them the next time by their number there, even when their address changed', async () => {
    const person = newPerson();
    await provider.expect(person);
    const first = browserOn(t);
    await signIn(first);
    await provider.expect({ ...person, email: 'nouveau.nom@ville.example' });
    const second = browserOn(t);
    await signIn(second);
    expect((await meOf(second)).account).toMatchObject({ id: (await meOf(first)).account.id, email: person.email });
  });

  test('leads nowhere but to our own pages', async () => {
    await provider.expect(newPerson());
    expect((await signIn(browserOn(t), 'https://evil.example/')).headers['location']).toBe('/');
    expect((await signIn(browserOn(t), '//evil.example/')).headers['location']).toBe('/');
  });

  test('gives a new session number: one planted before is worth nothing', async () => {
    await provider.expect(newPerson());
    const browser = browserOn(t);
    const back = await comeBack(browser);
    const planted = await t.db.query<{ sid: string }[]>(`select sid from session where sess ? 'oidc'`);
    await browser.get(back).redirects(0).expect(303);
    const left = await t.db.query<{ sid: string }[]>(`select sid from session where sid = any($1)`, [planted.map(({ sid }) => sid)]);
    expect(left).toHaveLength(planted.length - 1);
  });

  test('two tabs that come back at once make one account', async () => {
    await provider.expect(newPerson());
    const [one, other] = [browserOn(t), browserOn(t)];
    const ways = [await comeBack(one), await comeBack(other)] as const;
    await Promise.all([one.get(ways[0]).redirects(0).expect(303), other.get(ways[1]).redirects(0).expect(303)]);
    expect((await meOf(one)).account.id).toBe((await meOf(other)).account.id);
  });
});

describe('an answer that proves nothing is refused', () => {
  const refusedWith = async (browser: Agent, path: string): Promise<string> => {
    const { body } = await browser.get(path).set('Accept', 'application/json').redirects(0);
    expect((await meOf(browser)).account).toBeNull();
    return body.code as string;
  };

  test('when its state is another’s: someone else’s sign-in cannot be slipped into my browser', async () => {
    await provider.expect(newPerson());
    const [attacker, victim] = [browserOn(t), browserOn(t)];
    const attackersWay = await comeBack(attacker);
    await comeBack(victim);
    expect(await refusedWith(victim, attackersWay)).toBe('sign-in-expired');
    expect(await refusedWith(browserOn(t), attackersWay)).toBe('sign-in-expired');
  });

  test('when its code was used already', async () => {
    await provider.expect(newPerson());
    const first = browserOn(t);
    const way = await comeBack(first);
    await first.get(way).redirects(0).expect(303);
    expect((await first.get(way).set('Accept', 'application/json').redirects(0)).body.code).toBe('sign-in-expired');
    // The same code under a state of one's own: the provider refuses it.
    const thief = browserOn(t);
    const own = new URL(await comeBack(thief), 'http://localhost:3000');
    own.searchParams.set('code', new URL(way, 'http://localhost:3000').searchParams.get('code') ?? '');
    expect(await refusedWith(thief, pathOf(own))).toBe('identity-not-trusted');
  });

  test('when it comes too late', async () => {
    await provider.expect(newPerson());
    const browser = browserOn(t);
    const way = await comeBack(browser);
    t.clock.advance({ minutes: 11 });
    expect(await refusedWith(browser, way)).toBe('sign-in-expired');
  });

  test('when it comes from another issuer than the one asked', async () => {
    await provider.expect(newPerson());
    const browser = browserOn(t);
    const way = new URL(await comeBack(browser), 'http://localhost:3000');
    way.searchParams.set('iss', 'https://other.example');
    expect(await refusedWith(browser, pathOf(way))).toBe('identity-not-trusted');
  });

  test.each<[string, Parameters<IdentityProvider['expect']>[1]]>([
    ['its nonce is not the one asked for', { idToken: { claims: { nonce: 'another' } } }],
    ['it was made for another service', { idToken: { claims: { aud: 'another' } } }],
    ['its id token is out of date', { idToken: { claims: { exp: 1_700_000_000 } } }],
    ['its id token is another issuer’s', { idToken: { claims: { iss: 'https://other.example' } } }],
    ['its id token is signed by nobody', { idToken: { signedBy: 'nobody' } }],
    ['its id token is signed by a stranger', { idToken: { signedBy: 'stranger' } }],
    ['what it says of the person is signed by nobody (alg none)', { userinfo: { signedBy: 'nobody' } }],
    ['what it says of the person is signed by a stranger', { userinfo: { signedBy: 'stranger' } }],
    ['what it says of the person is not signed at all', { userinfo: { signedBy: 'nobody-in-json' } }],
    ['what it says is about another person', { userinfo: { claims: { sub: 'somebody-else' } } }],
  ])('when %s', async (_what, lies) => {
    await provider.expect(newPerson(), lies);
    const browser = browserOn(t);
    expect(await refusedWith(browser, await comeBack(browser))).toBe('identity-not-trusted');
  });

  test('when the person or the provider said no', async () => {
    await provider.expect(null);
    const browser = browserOn(t);
    expect(await refusedWith(browser, await comeBack(browser))).toBe('identity-refused');
  });

  test('and the browser is led to the sign-in page, which says why', async () => {
    await provider.expect(null);
    const browser = browserOn(t);
    const way = await comeBack(browser);
    const { headers } = await browser.get(way).set('Accept', 'text/html,*/*;q=0.8').redirects(0).expect(303);
    expect(headers['location']).toBe('/connexion?refus=identity-refused');
  });
});

describe('an address that has an account here', () => {
  test('is never linked by itself, even confirmed on both sides: its person signs in as usual first', async () => {
    const known = await givenRegistered(t);
    await provider.expect(newPerson({ email: known.email }));
    const browser = browserOn(t);
    const { body } = await browser
      .get(await comeBack(browser))
      .set('Accept', 'application/json')
      .redirects(0)
      .expect(409);
    expect(body).toMatchObject({ code: 'identity-account-exists', whatToDo: expect.stringContaining('Mon compte') });
    expect((await meOf(browser)).account).toBeNull();
  });

  test('cannot be found out through a provider that does not check addresses: known or not, the answer is the same', async () => {
    const known = await givenRegistered(t);
    for (const email of [known.email, 'personne@nulle-part.example']) {
      await provider.expect(newPerson({ email, email_verified: false }));
      const browser = browserOn(t);
      const { body } = await browser
        .get(await comeBack(browser))
        .set('Accept', 'application/json')
        .redirects(0)
        .expect(403);
      expect(body.code).toBe('identity-address-unverified');
    }
  });
});

describe('linking an identity to my account', () => {
  const link = async (browser: Agent) => {
    const { body } = await browser.post('/api/me/identities').expect(200);
    return browser
      .get(pathOf(await provider.visit(body.url as string)))
      .set('Accept', 'application/json')
      .redirects(0);
  };

  test('is done signed in and confirmed, whatever the address there; I am told, and it opens my account from then on', async () => {
    const me = await givenRegistered(t);
    const person = newPerson();
    await provider.expect(person);
    expect((await link(me.browser)).headers['location']).toBe('/mon-compte/securite');
    await t.runJobs();
    expect(lastMailTo(t, me.email).subject).toBe('Un compte extérieur ouvre maintenant le vôtre');
    const other = browserOn(t);
    await signIn(other);
    expect((await meOf(other)).account.email).toBe(me.email);
    const { body } = await me.browser.get('/api/me/identities').expect(200);
    expect(body.items).toEqual([expect.objectContaining({ issuer: provider.issuer })]);
  });

  test('is undone by me; the identity then opens nothing of mine', async () => {
    const me = await givenRegistered(t);
    await provider.expect(newPerson({ email: me.email }));
    await link(me.browser);
    const { body } = await me.browser.get('/api/me/identities').expect(200);
    await me.browser.delete(`/api/me/identities/${body.items[0].id}`).expect(200);
    const browser = browserOn(t);
    const answer = await browser
      .get(await comeBack(browser))
      .set('Accept', 'application/json')
      .redirects(0);
    expect(answer.body.code).toBe('identity-account-exists');
  });

  test('never takes one that opens somebody else’s account', async () => {
    await provider.expect(newPerson());
    await signIn(browserOn(t));
    const me = await givenRegistered(t);
    expect((await link(me.browser)).body.code).toBe('identity-taken');
  });

  test('cannot be begun by another site, nor finished in the session of somebody else', async () => {
    const [me, other] = [await givenRegistered(t), await givenRegistered(t)];
    await provider.expect(newPerson());
    await me.browser.post('/api/me/identities').set('Sec-Fetch-Site', 'cross-site').expect(403);
    const { body } = await me.browser.post('/api/me/identities').set('Sec-Fetch-Site', 'same-origin').expect(200);
    const way = pathOf(await provider.visit(body.url as string));
    const answer = await other.browser.get(way).set('Accept', 'application/json').redirects(0);
    expect(answer.body.code).toBe('sign-in-expired');
  });

  test('goes with the account when it is erased', async () => {
    const person = newPerson();
    await provider.expect(person);
    const browser = browserOn(t);
    await signIn(browser);
    const before = (await meOf(browser)).account.id as string;
    await browser.post('/api/me/erasure').expect(200);
    const again = browserOn(t);
    await signIn(again);
    expect((await meOf(again)).account.id).not.toBe(before);
  });
});

describe('somebody with a second factor', () => {
  async function givenSecondFactor(): Promise<ProvidedPerson> {
    const person = newPerson();
    await provider.expect(person);
    const browser = browserOn(t);
    await signIn(browser);
    const { account } = await meOf(browser);
    await t.db.query(`insert into second_factor (account_id, sealed_secret, confirmed_at) values ($1, 'sealed', $2)`, [
      account.id,
      t.clock.now(),
    ]);
    return person;
  }

  test('still gives it after the provider', async () => {
    await provider.expect(await givenSecondFactor());
    const browser = browserOn(t);
    expect((await signIn(browser)).headers['location']).toBe('/connexion/second-facteur?retour=%2Fmes-projets');
    expect((await meOf(browser)).account).toBeNull();
  });

  test.each([
    ['acr', { acr: 'eidas2' }],
    ['amr', { amr: ['pwd', 'mfa'] }],
  ])('has given it there when its %s says so and our configuration believes it', async (_claim, claims) => {
    await provider.expect(await givenSecondFactor(), { idToken: { claims } });
    const browser = browserOn(t);
    expect((await signIn(browser)).headers['location']).toBe('/mes-projets');
    expect((await meOf(browser)).account.session).toMatchObject({ secondFactor: true });
  });

  test('still gives it when the provider names a way we do not believe', async () => {
    await provider.expect(await givenSecondFactor(), { idToken: { claims: { acr: 'eidas1', amr: ['pwd'] } } });
    expect((await signIn(browserOn(t))).headers['location']).toContain('/connexion/second-facteur');
  });
});

describe('someone already signed in', () => {
  test('confirms that it is them only by answering the provider again, not by being remembered there', async () => {
    await provider.expect(newPerson());
    const browser = browserOn(t);
    await signIn(browser);
    const { headers } = await browser.get('/api/session/oidc').redirects(0).expect(303);
    expect(new URL(headers['location'] as string).searchParams.get('prompt')).toBe('login');
    const longAgo = Math.floor(Date.now() / 1_000) - 3_600;
    await provider.expect(newPerson(), { idToken: { claims: { auth_time: longAgo } } });
    const way = pathOf(await provider.visit(headers['location'] as string));
    expect((await browser.get(way).set('Accept', 'application/json').redirects(0)).body.code).toBe('identity-not-trusted');
  });
});

describe('a provider that is not there', () => {
  test('does not keep the service from starting, and is said so in clear words; it is asked again the next time', async () => {
    const down = await startTestApp({ environment: { ...provider.environment, OIDC_ISSUER: 'http://127.0.0.1:9' }, outbound: 'loopback' });
    try {
      await down.http().get('/health/ready').expect(200);
      for (let attempt = 0; attempt < 2; attempt++) {
        const { body } = await down.http().get('/api/session/oidc').expect(503);
        expect(body).toMatchObject({ code: 'identity-provider-down', whatToDo: expect.stringContaining('mot de passe') });
      }
    } finally {
      await down.close();
    }
  });

  test('when none is configured, there is no such way in', async () => {
    const without = await startTestApp();
    try {
      await without.http().get('/api/session/oidc').expect(404);
      expect((await without.http().get('/api/me').expect(200)).body.signInWays.oidc).toBeNull();
    } finally {
      await without.close();
    }
  });
});
