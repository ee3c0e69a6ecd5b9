import { Command } from 'commander';
import { describe, expect, test } from '@jest/globals';
import { registerAccounts } from '../../api/src/modules/accounts/accounts.commands.js';
import { browserOn, givenRegistered, PASSWORD } from '../support/browser-session.js';
import { mailsTo } from '../support/mail.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const account = async (email: string) =>
  (
    await t.db.query<{ id: string; role: string | null }[]>('select id, platform_role as role from account where email_key = lower($1)', [
      email,
    ])
  )[0];

/** What `cli create-admin EMAIL` prints. */
async function createAdmin(email: string): Promise<string> {
  const lines: string[] = [];
  const program = new Command().exitOverride();
  registerAccounts(program, { config: () => t.config, open: () => Promise.resolve(t.app), say: (line) => lines.push(line) });
  await program.parseAsync(['create-admin', email], { from: 'user' });
  return lines.join('\n');
}
const tokenIn = (text: string) => /#token=([\w-]+)/.exec(text)?.[1];

describe('the first administrator', () => {
  test('is created from the command line and chooses a password by a link, then needs the second factor', async () => {
    const printed = await createAdmin('Premiere@example.org');
    expect(printed).toContain('http://localhost:3000/mot-de-passe#token=');
    expect(printed).toContain('second factor');
    await browserOn(t)
      .post('/api/accounts/reset/use')
      .send({ token: tokenIn(printed), password: PASSWORD })
      .expect(200);
    const browser = browserOn(t);
    await browser.post('/api/session').send({ email: 'premiere@example.org', password: PASSWORD }).expect(200);
    const { body } = await browser.get('/api/me');
    expect(body.account).toMatchObject({ platformRole: 'platform_administrator', emailVerified: true, secondFactor: { on: false } });
    await browser.post('/api/me/second-factor').expect(200);
    await t.runJobs();
    expect(mailsTo(t, 'premiere@example.org').map(({ template }) => template)).toContain('account-administrator-link');
  });

  test('can be someone who has an account, whose password stays', async () => {
    const { email } = await givenRegistered(t);
    const printed = await createAdmin(email);
    expect(tokenIn(printed)).toBeUndefined();
    expect((await account(email))?.role).toBe('platform_administrator');
    await browserOn(t).post('/api/session').send({ email, password: PASSWORD }).expect(200);
  });

  test('asked again changes nothing but a link that was lost', async () => {
    const first = await createAdmin('deux@example.org');
    const again = await createAdmin('deux@example.org');
    expect(again).toContain('already');
    await browserOn(t)
      .post('/api/accounts/reset/use')
      .send({ token: tokenIn(first), password: PASSWORD })
      .expect(409);
    await browserOn(t)
      .post('/api/accounts/reset/use')
      .send({ token: tokenIn(again), password: PASSWORD })
      .expect(200);
    expect(tokenIn(await createAdmin('deux@example.org'))).toBeUndefined();
    const acts = await t.db.query<{ actor_kind: string; to_state: string }[]>(
      `select actor_kind, to_state from journal_act where action = 'create-administrator' and thing_id = $1`,
      [(await account('deux@example.org'))?.id],
    );
    expect(acts).toEqual([{ actor_kind: 'system', to_state: 'platform_administrator' }]);
  });

  test('with an address a stranger signed up with before leaves the stranger no way in', async () => {
    const email = 'direction@example.org';
    const stranger = browserOn(t);
    await stranger.post('/api/accounts/sign-up').send({ email, password: PASSWORD, displayName: 'X', language: 'fr' }).expect(202);
    await stranger.post('/api/session').send({ email, password: PASSWORD }).expect(200);
    expect(tokenIn(await createAdmin(email))).toBeDefined();
    expect((await stranger.get('/api/me')).body.account).toBeNull();
    await stranger.post('/api/session').send({ email, password: PASSWORD }).expect(403);
  });

  test('needs an address that can be one', async () => {
    await expect(createAdmin('direction')).rejects.toThrow('“direction” is not an e-mail address.');
  });
});
