import { describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type supertest from 'supertest';
import { whyNotAllowed } from '../../api/src/platform/access/permission.js';
import { Actors } from '../../api/src/platform/access/actors.js';
import { givenMember, givenOrganisation } from '../support/actors.js';
import { browserOn, givenRegistered, type Registered, tokenSentTo } from '../support/browser-session.js';
import { mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const account = async (browser: supertest.Agent) => (await browser.get('/api/me').expect(200)).body.account;
const secretOf = new Map<string, string>();

/** What the application of the telephone shows now. */
function codeOf(email: string, secret = secretOf.get(email) ?? ''): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: t.clock.now().getTime() });
}
async function turnOn({ email, browser }: Registered): Promise<string[]> {
  const { body } = await browser.post('/api/me/second-factor').expect(200);
  secretOf.set(email, body.secret);
  t.clock.advance({ minutes: 1 });
  const confirmed = await browser
    .post('/api/me/second-factor/confirm')
    .send({ code: codeOf(email) })
    .expect(200);
  t.clock.advance({ minutes: 1 });
  return confirmed.body.recoveryCodes;
}
/** Right password given, code still owed. */
async function atTheCode({ email, password }: Registered): Promise<supertest.Agent> {
  const browser = browserOn(t);
  await browser.post('/api/session').send({ email, password }).expect(200, { step: 'second-factor' });
  return browser;
}
const give = (browser: supertest.Agent, code: string) => browser.post('/api/session/second-factor').send({ code });
const subjects = async (email: string) => {
  await t.runJobs();
  return mailsTo(t, email).map(({ template }) => template);
};

describe('turning on the second factor', () => {
  test('takes a first code, gives ten recovery codes, closes the other sessions and is told by mail', async () => {
    const person = await givenRegistered(t);
    const elsewhere = browserOn(t);
    await elsewhere.post('/api/session').send({ email: person.email, password: person.password }).expect(200);
    const { body } = await person.browser.post('/api/me/second-factor').expect(200);
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Terrain/);
    expect((await person.browser.post('/api/me/second-factor/confirm').send({ code: '000000' }).expect(403)).body.code).toBe('wrong-code');
    expect((await account(person.browser)).secondFactor).toEqual({ on: false, recoveryCodesLeft: 0 });
    secretOf.set(person.email, body.secret);
    const code = codeOf(person.email);
    const { body: answer } = await person.browser.post('/api/me/second-factor/confirm').send({ code }).expect(200);
    expect(new Set(answer.recoveryCodes).size).toBe(10);
    expect(answer.recoveryCodes[0]).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
    expect(await account(person.browser)).toMatchObject({
      secondFactor: { on: true, recoveryCodesLeft: 10 },
      session: { secondFactor: true },
    });
    expect(await account(elsewhere)).toBeNull();
    expect(await subjects(person.email)).toContain('account-second-factor-on');
  });

  test('keeps neither the secret nor the recovery codes in clear', async () => {
    const person = await givenRegistered(t);
    const codes = await turnOn(person);
    const [rows] = await t.db.query<{ everything: string }[]>(
      `select (select json_agg(f) from second_factor f)::text || (select json_agg(c) from recovery_code c)::text as everything`,
    );
    for (const secret of [secretOf.get(person.email), ...codes]) expect(rows?.everything).not.toContain(secret);
  });

  test('confirmed twice at once happens once', async () => {
    const person = await givenRegistered(t);
    const { body } = await person.browser.post('/api/me/second-factor').expect(200);
    const code = codeOf(person.email, body.secret);
    const cookie = String(
      (await person.browser.post('/api/session/confirm').send({ password: person.password })).headers['set-cookie'],
    ).split(';')[0];
    const confirm = () => browserOn(t).set('Cookie', String(cookie)).post('/api/me/second-factor/confirm').send({ code });
    const answers = await Promise.all([confirm(), confirm()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 401, 409].includes(status))).toBe(true);
  });

  test('needs a setup that was started within the hour', async () => {
    const { browser, email } = await givenRegistered(t);
    expect((await browser.post('/api/me/second-factor/confirm').send({ code: '123456' }).expect(409)).body.code).toBe('second-factor-off');
    const { body } = await browser.post('/api/me/second-factor').expect(200);
    t.clock.advance({ minutes: 61 });
    await browser
      .post('/api/me/second-factor/confirm')
      .send({ code: codeOf(email, body.secret) })
      .expect(409);
  });
});

describe('signing in with a second factor', () => {
  test('asks for the code after the password, under a new session number each time', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    const browser = await atTheCode(person);
    expect(await account(browser)).toBeNull();
    await browser.get('/api/me/sessions').expect(401);
    await give(browser, codeOf(person.email)).expect(200, { step: 'signed-in' });
    expect((await account(browser)).session).toEqual({ secondFactor: true, fresh: true });
  });

  test('asks for the code after a link too', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    const browser = browserOn(t);
    await browser.post('/api/session/link').send({ email: person.email }).expect(202);
    await browser
      .post('/api/session/link/use')
      .send({ token: await tokenSentTo(t, person.email) })
      .expect(200, { step: 'second-factor' });
    expect(await account(browser)).toBeNull();
    await give(browser, codeOf(person.email)).expect(200);
  });

  test('takes each code once, even given twice at the same moment', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    const code = codeOf(person.email);
    const [one, two] = [await atTheCode(person), await atTheCode(person)];
    const answers = await Promise.all([give(one, code), give(two, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    await give(await atTheCode(person), code).expect(403);
  });

  test('refuses a code of long ago, a wrong one, and any code without the password before', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    const old = codeOf(person.email);
    t.clock.advance({ minutes: 3 });
    const browser = await atTheCode(person);
    await give(browser, old).expect(403);
    expect((await give(browser, '12345a').expect(403)).body.code).toBe('wrong-code');
    await give(browserOn(t), codeOf(person.email)).expect(401);
    t.clock.advance({ minutes: 11 });
    await give(browser, codeOf(person.email)).expect(401);
  });

  test('takes a recovery code once, however it is typed, and tells its person', async () => {
    const person = await givenRegistered(t);
    const [code = '', other = ''] = await turnOn(person);
    const [one, two] = [await atTheCode(person), await atTheCode(person)];
    const answers = await Promise.all([give(one, code), give(two, ` ${code.toUpperCase().replaceAll('-', ' ')} `)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const browser = await atTheCode(person);
    await give(browser, other).expect(200);
    expect((await account(browser)).secondFactor).toEqual({ on: true, recoveryCodesLeft: 8 });
    expect(await subjects(person.email)).toContain('account-recovery-code-used');
  });

  test('is closed by a password changed between the two steps', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    const browser = await atTheCode(person);
    await person.browser.post('/api/session/confirm').send({ password: person.password }).expect(200);
    await person.browser.post('/api/me/password').send({ password: 'une maison bleue sur la colline' }).expect(200);
    await give(browser, codeOf(person.email));
    expect(await account(browser)).toBeNull();
  });
});

describe('new recovery codes', () => {
  test('replace the former ones', async () => {
    const person = await givenRegistered(t);
    const [former = ''] = await turnOn(person);
    const { body } = await person.browser.post('/api/me/recovery-codes').expect(200);
    await give(await atTheCode(person), former).expect(403);
    await give(await atTheCode(person), body.recoveryCodes[0]).expect(200);
    const other = await givenRegistered(t);
    await other.browser.post('/api/me/recovery-codes').expect(409);
  });
});

describe('removing the second factor', () => {
  test('needs a fresh sign-in, is told by mail, and the password alone opens again', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    t.clock.advance({ minutes: 11 });
    expect((await person.browser.delete('/api/me/second-factor').expect(403)).body.code).toBe('fresh-sign-in-needed');
    await person.browser.post('/api/session/confirm').send({ password: person.password }).expect(200);
    await person.browser.delete('/api/me/second-factor').expect(200);
    expect(await account(person.browser)).toMatchObject({
      secondFactor: { on: false, recoveryCodesLeft: 0 },
      session: { secondFactor: false },
    });
    await browserOn(t).post('/api/session').send({ email: person.email, password: person.password }).expect(200, { step: 'signed-in' });
    expect(await subjects(person.email)).toContain('account-second-factor-off');
  });

  test('is refused to those who look after the service, who can still change telephone', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    await t.db.query(`update account set platform_role = 'moderator' where email_key = $1`, [person.email]);
    expect((await person.browser.delete('/api/me/second-factor').expect(409)).body.code).toBe('second-factor-required');
    const before = secretOf.get(person.email);
    await turnOn(person);
    expect(secretOf.get(person.email)).not.toBe(before);
    await give(await atTheCode(person), codeOf(person.email)).expect(200);
    t.clock.advance({ minutes: 1 });
    await give(await atTheCode(person), codeOf(person.email, before)).expect(403);
  });

  test('is refused to members of an organisation that asks for it', async () => {
    const person = await givenRegistered(t);
    await turnOn(person);
    const { id } = await account(person.browser);
    await givenMember(t, await givenOrganisation(t, { secondFactorRequired: true }), id, 'reader');
    await person.browser.delete('/api/me/second-factor').expect(409);
  });
});

describe('a moderator without second factor', () => {
  test('signs in, has no right over the service yet, and can set it up', async () => {
    const person = await givenRegistered(t);
    const { id } = await account(person.browser);
    await t.db.query(`update account set platform_role = 'moderator' where id = $1`, [id]);
    const right = async () => {
      const [row] = await t.db.query<{ sess: object }[]>(`select sess from session where sess ->> 'accountId' = $1`, [id]);
      return whyNotAllowed({ by: ['moderator'] }, await t.get(Actors).load(row?.sess ?? {}));
    };
    expect(await right()).toBe('second-factor-needed');
    await turnOn(person);
    expect(await right()).toBeNull();
  });
});
