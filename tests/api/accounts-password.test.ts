import { describe, expect, test } from '@jest/globals';
import type supertest from 'supertest';
import { browserOn, givenRegistered, PASSWORD, tokenSentTo } from '../support/browser-session.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const NEW = 'une maison bleue sur la colline';
const signIn = (email: string, password: string) => browserOn(t).post('/api/session').send({ email, password });
const isIn = async (browser: supertest.Agent) => (await browser.get('/api/me').expect(200)).body.account !== null;
const reset = (token: string, password = NEW) => browserOn(t).post('/api/accounts/reset/use').send({ token, password });
async function resetTokenOf(email: string): Promise<string> {
  await browserOn(t).post('/api/accounts/reset').send({ email }).expect(202, { accepted: true });
  return tokenSentTo(t, email);
}

describe('a forgotten password', () => {
  test('is replaced by a link, which closes every session and tells the person', async () => {
    const { email, browser } = await givenRegistered(t);
    const token = await resetTokenOf(email);
    await reset(token).expect(200);
    expect(await isIn(browser)).toBe(false);
    await signIn(email, PASSWORD).expect(403);
    await signIn(email, NEW).expect(200);
    await t.runJobs();
    expect(lastMailTo(t, email).template).toBe('account-password-changed');
    await reset(token).expect(409);
  });

  test('asked for an unknown address is answered the same', async () => {
    await browserOn(t).post('/api/accounts/reset').send({ email: 'personne-ici@example.org' }).expect(202, { accepted: true });
    await t.runJobs();
    expect(lastMailTo(t, 'personne-ici@example.org').template).toBe('account-none-here');
  });

  test('by a link that is one hour old has to be asked again', async () => {
    const { email } = await givenRegistered(t);
    const token = await resetTokenOf(email);
    t.clock.advance({ minutes: 61 });
    await reset(token).expect(409);
  });

  test('with a weak new one says why, and the link still works', async () => {
    const { email } = await givenRegistered(t);
    const token = await resetTokenOf(email);
    const { body } = await reset(token, 'motdepasse2026').expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/password', message: expect.stringContaining('premiers essayés') }]);
    await reset(token).expect(200);
  });

  test('by the same link twice at once is replaced once', async () => {
    const { email } = await givenRegistered(t);
    const token = await resetTokenOf(email);
    const answers = await Promise.all([reset(token), reset(token, 'un autre choix tout aussi long')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('makes every other link of the account useless', async () => {
    const { email } = await givenRegistered(t);
    const first = await resetTokenOf(email);
    await browserOn(t).post('/api/session/link').send({ email }).expect(202);
    const link = await tokenSentTo(t, email);
    await reset(await resetTokenOf(email)).expect(200);
    await reset(first).expect(409);
    await browserOn(t).post('/api/session/link/use').send({ token: link }).expect(409);
  });

  test('also confirms the address of someone who never did', async () => {
    const email = 'jamais-confirmee@example.org';
    await browserOn(t).post('/api/accounts/sign-up').send({ email, password: PASSWORD, displayName: 'Jo', language: 'fr' }).expect(202);
    await reset(await resetTokenOf(email)).expect(200);
    const browser = browserOn(t);
    await browser.post('/api/session').send({ email, password: NEW }).expect(200);
    expect((await browser.get('/api/me')).body.account.emailVerified).toBe(true);
  });
});

describe('changing the password', () => {
  test('keeps this session, closes the others, and tells the person', async () => {
    const { email, browser } = await givenRegistered(t);
    const elsewhere = browserOn(t);
    await elsewhere.post('/api/session').send({ email, password: PASSWORD }).expect(200);
    await browser.post('/api/me/password').send({ password: NEW }).expect(200);
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false]);
    await signIn(email, PASSWORD).expect(403);
    await signIn(email, NEW).expect(200);
    await t.runJobs();
    expect(mailsTo(t, email).map(({ template }) => template)).toContain('account-password-changed');
  });

  test('is refused when it is the person’s own name and address', async () => {
    const { email, browser } = await givenRegistered(t);
    await browser.post('/api/me/password').send({ password: email }).expect(422);
    await browser.post('/api/me/password').send({ password: 'Camille Dupré' }).expect(422);
  });

  test('is an act of the journal, which names nobody', async () => {
    const { email, browser } = await givenRegistered(t);
    const { id } = (await browser.get('/api/me')).body.account;
    await browser.post('/api/me/password').send({ password: NEW }).expect(200);
    await reset(await resetTokenOf(email)).expect(200);
    const acts = await t.db.query<{ action: string }[]>('select * from journal_act where thing_id = $1 order by seq', [id]);
    expect(acts.map(({ action }) => action)).toEqual(['sign-up', 'verify-email', 'change-password', 'reset-password']);
    expect(JSON.stringify(acts)).not.toContain(email);
  });
});
