import { describe, expect, test } from '@jest/globals';
import { browserOn, givenRegistered, PASSWORD, tokenSentTo } from '../support/browser-session.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const CAMILLE = { password: PASSWORD, displayName: 'Camille Dupré', language: 'fr' };
const signUp = (person: object) => browserOn(t).post('/api/accounts/sign-up').send(person);
const count = async (sql: string, values: unknown[]) => Number((await t.db.query<{ n: number }[]>(sql, values))[0]?.n);

describe('signing up', () => {
  test('with a password sends a link that confirms the address, once', async () => {
    const email = 'Camille@example.org';
    await signUp({ ...CAMILLE, email: `  ${email} ` }).expect(202, { accepted: true });
    const token = await tokenSentTo(t, email);
    expect(lastMailTo(t, email).links[0]).toMatch(/^http:\/\/localhost:3000\/confirmer-adresse#token=/);
    const browser = browserOn(t);
    await browser.post('/api/session').send({ email: 'camille@EXAMPLE.org', password: PASSWORD }).expect(200, { step: 'signed-in' });
    expect((await browser.get('/api/me').expect(200)).body.account).toMatchObject({ email, emailVerified: false, hasPassword: true });
    await browser.post('/api/accounts/verification/use').send({ token }).expect(200);
    expect((await browser.get('/api/me').expect(200)).body.account).toMatchObject({ emailVerified: true, displayName: 'Camille Dupré' });
    const { body } = await browser.post('/api/accounts/verification/use').send({ token }).expect(409);
    expect(body).toMatchObject({ code: 'link-not-valid', whatToDo: expect.stringContaining('nouveau') });
  });

  test('without a password sends a link that confirms the address and opens a session', async () => {
    const email = 'sans-mot-de-passe@example.org';
    await signUp({ ...CAMILLE, email, password: null }).expect(202);
    const browser = browserOn(t);
    await browser
      .post('/api/session/link/use')
      .send({ token: await tokenSentTo(t, email) })
      .expect(200, { step: 'signed-in' });
    expect((await browser.get('/api/me')).body.account).toMatchObject({ email, emailVerified: true, hasPassword: false });
    await browserOn(t).post('/api/session').send({ email, password: PASSWORD }).expect(403);
  });

  test('with an address that has an account is answered the same, and only its owner is told', async () => {
    const { email } = await givenRegistered(t);
    const known = await signUp({ ...CAMILLE, email: email.toUpperCase(), displayName: 'Un Autre' }).expect(202);
    const unknown = await signUp({ ...CAMILLE, email: 'inconnue@example.org' }).expect(202);
    expect(known.body).toEqual(unknown.body);
    await t.runJobs();
    expect(lastMailTo(t, email)).toMatchObject({ template: 'account-already-exists', subject: 'Vous avez déjà un compte' });
    expect((await browserOn(t).post('/api/session').send({ email, password: PASSWORD })).status).toBe(200);
  });

  test('twice at once makes one account', async () => {
    const email = 'deux-fois@example.org';
    const answers = await Promise.all([1, 2, 3].map(() => signUp({ ...CAMILLE, email })));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await count('select count(*) as n from account where email_key = $1', [email])).toBe(1);
    const usable = await count(
      `select count(*) as n from account_token k join account a on a.id = k.account_id where a.email_key = $1 and k.used_at is null`,
      [email],
    );
    expect(usable).toBe(1);
  });

  test('again before confirming takes the place of the first try, whose password and sessions open nothing', async () => {
    const email = 'convoitee@example.org';
    await signUp({ ...CAMILLE, email, password: 'le mot de passe de quelqu’un d’autre' }).expect(202);
    const first = await tokenSentTo(t, email);
    const stranger = browserOn(t);
    await stranger.post('/api/session').send({ email, password: 'le mot de passe de quelqu’un d’autre' }).expect(200);
    await signUp({ ...CAMILLE, email }).expect(202);
    expect((await stranger.get('/api/me')).body.account).toBeNull();
    await stranger.post('/api/accounts/verification/use').send({ token: first }).expect(409);
    await stranger.post('/api/session').send({ email, password: 'le mot de passe de quelqu’un d’autre' }).expect(403);
    await stranger
      .post('/api/accounts/verification/use')
      .send({ token: await tokenSentTo(t, email) })
      .expect(200);
    await browserOn(t).post('/api/session').send({ email, password: PASSWORD }).expect(200);
  });

  test('by a stranger with my address leaves them no way in once I enter by a link', async () => {
    const email = 'la-mienne@example.org';
    await signUp({ ...CAMILLE, email }).expect(202);
    const stranger = browserOn(t);
    await stranger.post('/api/session').send({ email, password: PASSWORD }).expect(200);
    await browserOn(t).post('/api/session/link').send({ email }).expect(202);
    await browserOn(t)
      .post('/api/session/link/use')
      .send({ token: await tokenSentTo(t, email) })
      .expect(200, { step: 'signed-in' });
    expect((await stranger.get('/api/me')).body.account).toBeNull();
    await stranger.post('/api/session').send({ email, password: PASSWORD }).expect(403);
  });

  test.each([
    ['a password that is too short', { password: 'onze lettre' }, '/password'],
    ['a password among those tried first', { password: 'motdepasse2026' }, '/password'],
    ['a password made of the address', { password: 'marguerite@asso.example' }, '/password'],
    ['no name', { displayName: '  ' }, '/displayName'],
    ['an address that cannot be one', { email: 'marguerite@' }, '/email'],
    ['an address that hides a second recipient', { email: 'a@example.org\nBcc: b@example.org' }, '/email'],
    ['an unknown language', { language: 'de' }, '/language'],
  ])('with %s says what to change', async (_what, change, pointer) => {
    const { body } = await signUp({ ...CAMILLE, email: 'marguerite@asso.example', ...change }).expect(422);
    expect(body.errors).toMatchObject([{ in: 'body', pointer }]);
    expect(await count('select count(*) as n from account where email_key = $1', ['marguerite@asso.example'])).toBe(0);
  });

  test('keeps the password as argon2id only, and nothing of it in the journal', async () => {
    const { email } = await givenRegistered(t);
    const [row] = await t.db.query<{ id: string; hash: string }[]>('select id, password_hash as hash from account where email_key = $1', [
      email,
    ]);
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const acts = await t.db.query<{ action: string }[]>('select * from journal_act where thing_id = $1 order by seq', [row?.id]);
    expect(acts.map(({ action }) => action)).toEqual(['sign-up', 'verify-email']);
    expect(JSON.stringify(acts)).not.toContain(email);
  });
});

describe('the link that confirms an address', () => {
  test('expires after three days, and a new one can be asked for once signed in', async () => {
    const email = 'en-retard@example.org';
    await signUp({ ...CAMILLE, email }).expect(202);
    const token = await tokenSentTo(t, email);
    t.clock.advance({ days: 3, minutes: 1 });
    const browser = browserOn(t);
    await browser.post('/api/accounts/verification/use').send({ token }).expect(409);
    await browser.post('/api/session').send({ email, password: PASSWORD }).expect(200);
    await browser.post('/api/me/verification').expect(202);
    await browser
      .post('/api/accounts/verification/use')
      .send({ token: await tokenSentTo(t, email) })
      .expect(200);
    const before = mailsTo(t, email).length;
    await browser.post('/api/me/verification').expect(202);
    await t.runJobs();
    expect(mailsTo(t, email)).toHaveLength(before);
  });

  test('followed twice at once confirms once', async () => {
    const email = 'double-clic@example.org';
    await signUp({ ...CAMILLE, email }).expect(202);
    const token = await tokenSentTo(t, email);
    const answers = await Promise.all([1, 2].map(() => browserOn(t).post('/api/accounts/verification/use').send({ token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is not good for anything else', async () => {
    const email = 'autre-usage@example.org';
    await signUp({ ...CAMILLE, email }).expect(202);
    const token = await tokenSentTo(t, email);
    await browserOn(t).post('/api/session/link/use').send({ token }).expect(409);
    await browserOn(t).post('/api/accounts/reset/use').send({ token, password: 'une maison bleue sur la colline' }).expect(409);
    await browserOn(t).post('/api/accounts/email-change/use').send({ token }).expect(409);
  });
});

describe('who I am', () => {
  test('is nobody for a stranger, who learns the ways to come in', async () => {
    const { body } = await t.http().get('/api/me').expect(200);
    expect(body).toEqual({ account: null, memberships: [], actingFor: null, signInWays: { password: true, link: true, oidc: null } });
  });
});
