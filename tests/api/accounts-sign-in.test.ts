import { describe, expect, test } from '@jest/globals';
import type supertest from 'supertest';
import { Actors } from '../../api/src/platform/access/actors.js';
import { givenOrganisation, givenMember } from '../support/actors.js';
import { browserOn, givenRegistered, PASSWORD, tokenSentTo } from '../support/browser-session.js';
import { lastMailTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const me = async (browser: supertest.Agent) => (await browser.get('/api/me').expect(200)).body;
const cookieOf = (answer: supertest.Response) => /=s%3A([\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1];

describe('signing in by password', () => {
  test('is refused in the same words for a wrong password and for an unknown address', async () => {
    const { email } = await givenRegistered(t);
    const wrong = await browserOn(t).post('/api/session').send({ email, password: 'pas le bon mot de passe' }).expect(403);
    const unknown = await browserOn(t).post('/api/session').send({ email: 'nobody@example.org', password: PASSWORD }).expect(403);
    const { requestId: _first, ...known } = wrong.body;
    const { requestId: _second, ...stranger } = unknown.body;
    expect(known).toEqual(stranger);
    expect(known.code).toBe('wrong-credentials');
  });

  test('takes the same password however its accents were composed', async () => {
    const email = 'accents@example.org';
    const browser = browserOn(t);
    const person = { email, password: 'e\u0301te\u0301 a\u0300 la gare de Langres', displayName: 'Zoé', language: 'fr' };
    await browser.post('/api/accounts/sign-up').send(person).expect(202);
    await browser.post('/api/session').send({ email, password: '\u00e9t\u00e9 \u00e0 la gare de Langres' }).expect(200);
  });

  test('opens a session under a new number, so that one planted before is worth nothing', async () => {
    const { email, password } = await givenRegistered(t);
    const browser = browserOn(t);
    const first = cookieOf(await browser.post('/api/session').send({ email, password }).expect(200));
    const second = cookieOf(await browser.post('/api/session').send({ email, password }).expect(200));
    expect(first).toBeDefined();
    expect(second).not.toBe(first);
    const planted = await browserOn(t).set('Cookie', `terrain-local=${first}`).get('/api/me').expect(200);
    expect(planted.body.account).toBeNull();
  });

  test('is over once signed out', async () => {
    const { browser } = await givenRegistered(t);
    await browser.delete('/api/session').expect(200);
    expect((await me(browser)).account).toBeNull();
    await browser.delete('/api/session').expect(401);
  });
});

describe('signing in by a link', () => {
  test('works once, for a quarter of an hour', async () => {
    const { email } = await givenRegistered(t);
    await browserOn(t).post('/api/session/link').send({ email }).expect(202, { accepted: true });
    const token = await tokenSentTo(t, email);
    const browser = browserOn(t);
    await browser.post('/api/session/link/use').send({ token }).expect(200, { step: 'signed-in' });
    expect((await me(browser)).account).toMatchObject({ email, session: { fresh: true } });
    await browserOn(t).post('/api/session/link/use').send({ token }).expect(409);
    await browserOn(t).post('/api/session/link').send({ email }).expect(202);
    const late = await tokenSentTo(t, email);
    t.clock.advance({ minutes: 16 });
    await browserOn(t).post('/api/session/link/use').send({ token: late }).expect(409);
  });

  test('followed twice at once opens one session', async () => {
    const { email } = await givenRegistered(t);
    await browserOn(t).post('/api/session/link').send({ email }).expect(202);
    const token = await tokenSentTo(t, email);
    const answers = await Promise.all([1, 2].map(() => browserOn(t).post('/api/session/link/use').send({ token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('asked for an unknown address is answered the same; the message there says that it has no account', async () => {
    await browserOn(t).post('/api/session/link').send({ email: 'ailleurs@example.org' }).expect(202, { accepted: true });
    await t.runJobs();
    expect(lastMailTo(t, 'ailleurs@example.org')).toMatchObject({
      template: 'account-none-here',
      links: expect.arrayContaining(['http://localhost:3000/inscription']),
    });
  });
});

describe('confirming that it is me', () => {
  test('is asked again after ten minutes before anything that matters, and given by password', async () => {
    const { browser, password } = await givenRegistered(t);
    t.clock.advance({ minutes: 11 });
    expect((await browser.post('/api/me/second-factor').expect(403)).body.code).toBe('fresh-sign-in-needed');
    await browser.post('/api/session/confirm').send({ password: 'pas le bon mot de passe' }).expect(403);
    expect((await me(browser)).account.session.fresh).toBe(false);
    await browser.post('/api/session/confirm').send({ password }).expect(200);
    await browser.post('/api/me/second-factor').expect(200);
  });

  test('is given by a link by those who have no password', async () => {
    const email = 'par-lien@example.org';
    const browser = browserOn(t);
    await browser.post('/api/accounts/sign-up').send({ email, password: null, displayName: 'Ali', language: 'en' }).expect(202);
    await browser
      .post('/api/session/link/use')
      .send({ token: await tokenSentTo(t, email) })
      .expect(200);
    t.clock.advance({ minutes: 11 });
    await browser.post('/api/me/password').send({ password: PASSWORD }).expect(403);
    await browser.post('/api/session/link').send({ email }).expect(202);
    await browser
      .post('/api/session/link/use')
      .send({ token: await tokenSentTo(t, email) })
      .expect(200);
    await browser.post('/api/me/password').send({ password: PASSWORD }).expect(200);
    expect((await me(browser)).account).toMatchObject({ hasPassword: true, language: 'en' });
  });
});

describe('my sessions', () => {
  test('are listed with what lets me recognise them, without their secret number', async () => {
    const { email, password, browser } = await givenRegistered(t);
    await browserOn(t, 'Safari of a telephone').post('/api/session').send({ email, password }).expect(200);
    const { body } = await browser.get('/api/me/sessions').expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items.find((session: { current: boolean }) => session.current)).toMatchObject({
      userAgent: 'Firefox on a test bench',
      network: '127.0.0.1',
    });
    expect(Object.keys(body.items[0]).sort()).toEqual(['current', 'id', 'network', 'seenAt', 'startedAt', 'userAgent']);
  });

  test('can be closed one by one, and nobody closes another’s', async () => {
    const { email, password, browser } = await givenRegistered(t);
    const telephone = browserOn(t);
    await telephone.post('/api/session').send({ email, password }).expect(200);
    const { items } = (await telephone.get('/api/me/sessions')).body as { items: { id: string; current: boolean }[] };
    const other = items.find(({ current }) => !current)?.id;
    const stranger = await givenRegistered(t);
    await stranger.browser.delete(`/api/me/sessions/${other}`).expect(404);
    await telephone.delete(`/api/me/sessions/${other}`).expect(200);
    expect((await me(browser)).account).toBeNull();
    expect((await me(telephone)).account).toMatchObject({ email });
    await telephone.delete(`/api/me/sessions/${other}`).expect(404);
  });

  test('can all be closed but this one', async () => {
    const { email, password, browser } = await givenRegistered(t);
    const others = [browserOn(t), browserOn(t)];
    for (const other of others) await other.post('/api/session').send({ email, password }).expect(200);
    await browser.delete('/api/me/sessions').expect(200);
    expect((await me(browser)).account).toMatchObject({ email });
    for (const other of others) expect((await me(other)).account).toBeNull();
    expect((await browser.get('/api/me/sessions')).body.items).toHaveLength(1);
  });

  test('stay closed when a request was being served at that very moment', async () => {
    const { email, password, browser } = await givenRegistered(t);
    const telephone = browserOn(t);
    await telephone.post('/api/session').send({ email, password }).expect(200);
    t.clock.advance({ minutes: 2 });
    const actors = t.get(Actors);
    const load = actors.load.bind(actors);
    let revoked = false;
    // The request has read its session; before it writes down “seen now”, the person closes it from elsewhere.
    actors.load = async (state) => {
      const actor = await load(state);
      if (!revoked) {
        revoked = true;
        await t.db.query(`delete from session where sess ->> 'publicId' = $1`, [state.publicId]);
      }
      return actor;
    };
    await telephone.get('/api/me').expect(200);
    actors.load = load;
    expect((await me(telephone)).account).toBeNull();
    expect((await me(browser)).account).toMatchObject({ email });
  });
});

describe('my profile', () => {
  test('takes another name and language, in which messages are then written', async () => {
    const { email, browser } = await givenRegistered(t);
    const { body } = await browser.patch('/api/me').send({ displayName: '  Camille D. ', language: 'en' }).expect(200);
    expect(body.account).toMatchObject({ displayName: 'Camille D.', language: 'en' });
    await browserOn(t).post('/api/session/link').send({ email }).expect(202);
    await t.runJobs();
    expect(lastMailTo(t, email).subject).toBe('Your sign-in link');
  });

  test('shows my organisations with my role in each', async () => {
    const { browser } = await givenRegistered(t);
    const { account } = await me(browser);
    const organisationId = await givenOrganisation(t, { name: 'Régie des Rails', secondFactorRequired: true });
    await givenMember(t, organisationId, account.id, 'editor');
    expect((await me(browser)).memberships).toEqual([
      { organisationId, name: 'Régie des Rails', kind: 'ess', state: 'verified', role: 'editor', secondFactorRequired: true },
    ]);
  });
});
