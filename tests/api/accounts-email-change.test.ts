import { describe, expect, test } from '@jest/globals';
import type supertest from 'supertest';
import { browserOn, givenRegistered, PASSWORD, tokenSentTo } from '../support/browser-session.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const use = (token: string) => browserOn(t).post('/api/accounts/email-change/use').send({ token });
const emailOf = async (browser: supertest.Agent) => (await browser.get('/api/me').expect(200)).body.account?.email;
let count = 0;

/** Someone who asked to change address, and the secrets both mailboxes received. */
async function givenChange() {
  const person = await givenRegistered(t);
  const newEmail = `nouvelle${(count += 1)}@example.org`;
  await person.browser.post('/api/me/email').send({ email: newEmail }).expect(202, { accepted: true });
  return { ...person, newEmail, fromOld: await tokenSentTo(t, person.email), fromNew: await tokenSentTo(t, newEmail) };
}

describe('changing address', () => {
  test.each([
    ['the old one first', (change: { fromOld: string; fromNew: string }) => [change.fromOld, change.fromNew]],
    ['the new one first', (change: { fromOld: string; fromNew: string }) => [change.fromNew, change.fromOld]],
  ])('is done once both mailboxes have confirmed, %s', async (_which, order) => {
    const change = await givenChange();
    const [first = '', second = ''] = order(change);
    await use(first).expect(200, { state: 'waiting-for-other-address' });
    expect(await emailOf(change.browser)).toBe(change.email);
    await use(first).expect(409);
    await use(second).expect(200, { state: 'changed' });
    expect(await emailOf(change.browser)).toBe(change.newEmail);
    await browserOn(t).post('/api/session').send({ email: change.email, password: PASSWORD }).expect(403);
    await browserOn(t).post('/api/session').send({ email: change.newEmail, password: PASSWORD }).expect(200);
    await t.runJobs();
    for (const address of [change.email, change.newEmail]) {
      expect(mailsTo(t, address).map(({ template }) => template)).toContain('account-email-changed');
    }
  });

  test('is done too when its two links were not made within the same millisecond, as in real life', async () => {
    const change = await givenChange();
    await t.db.query(`update account_token set created_at = created_at + interval '3 milliseconds' where purpose = 'change-email-new'`);
    await use(change.fromOld).expect(200, { state: 'waiting-for-other-address' });
    await use(change.fromNew).expect(200, { state: 'changed' });
  });

  test('confirmed from both mailboxes at once is done once', async () => {
    const change = await givenChange();
    const answers = await Promise.all([use(change.fromOld), use(change.fromNew)]);
    expect(answers.map(({ body }) => body.state).sort()).toEqual(['changed', 'waiting-for-other-address']);
    expect(await emailOf(change.browser)).toBe(change.newEmail);
    const acts = await t.db.query<{ action: string }[]>(`select action from journal_act where action = 'change-email' and actor_id = $1`, [
      (await change.browser.get('/api/me')).body.account.id,
    ]);
    expect(acts).toHaveLength(1);
  });

  test('to an address that someone took meanwhile says so, and changes nothing', async () => {
    const change = await givenChange();
    await use(change.fromOld).expect(200);
    await givenRegistered(t, change.newEmail);
    const { body } = await use(change.fromNew).expect(409);
    expect(body.code).toBe('email-taken');
    expect(await emailOf(change.browser)).toBe(change.email);
  });

  test('to an address that has an account is answered the same; its owner alone is told', async () => {
    const owner = await givenRegistered(t);
    const { browser, email } = await givenRegistered(t);
    await browser.post('/api/me/email').send({ email: owner.email }).expect(202, { accepted: true });
    await t.runJobs();
    expect(lastMailTo(t, owner.email)).toMatchObject({ template: 'account-already-exists' });
    await use(await tokenSentTo(t, email)).expect(200, { state: 'waiting-for-other-address' });
    expect(await emailOf(browser)).toBe(email);
  });

  test('asked again replaces the first request', async () => {
    const change = await givenChange();
    await use(change.fromOld).expect(200);
    await change.browser.post('/api/me/email').send({ email: 'encore-autre@example.org' }).expect(202);
    await use(change.fromNew).expect(409);
    await use(await tokenSentTo(t, 'encore-autre@example.org')).expect(200, { state: 'waiting-for-other-address' });
    expect(await emailOf(change.browser)).toBe(change.email);
  });

  test('lasts a day', async () => {
    const change = await givenChange();
    t.clock.advance({ days: 1, minutes: 1 });
    await use(change.fromOld).expect(409);
  });

  test('is stopped by a new password, for someone who did not ask for it', async () => {
    const change = await givenChange();
    await change.browser.post('/api/me/password').send({ password: 'une maison bleue sur la colline' }).expect(200);
    await use(change.fromOld).expect(409);
    await use(change.fromNew).expect(409);
  });

  test('needs a fresh sign-in, a confirmed address, and another address than mine', async () => {
    const { browser, email } = await givenRegistered(t);
    await browser.post('/api/me/email').send({ email: email.toUpperCase() }).expect(422);
    t.clock.advance({ minutes: 11 });
    expect((await browser.post('/api/me/email').send({ email: 'x@example.org' }).expect(403)).body.code).toBe('fresh-sign-in-needed');
    const other = browserOn(t);
    const person = { email: 'pas-confirmee@example.org', password: PASSWORD, displayName: 'Jo', language: 'fr' };
    await other.post('/api/accounts/sign-up').send(person).expect(202);
    await other.post('/api/session').send({ email: person.email, password: PASSWORD }).expect(200);
    expect((await other.post('/api/me/email').send({ email: 'x@example.org' }).expect(403)).body.code).toBe('email-not-verified');
  });
});
