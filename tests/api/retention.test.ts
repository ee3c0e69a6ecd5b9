import { describe, expect, test } from '@jest/globals';
import { MailOutbox } from '../../api/src/platform/mail/mail-outbox.js';
import { inactivityWarningMail } from '../../api/src/modules/accounts/privacy/account-privacy.mails.js';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { asPerson, givenMember, givenOrganisation, givenPerson, givenSession } from '../support/actors.js';
import { insertRow } from '../support/access-world.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const applyRetention = () => t.get(Retention).apply();
const count = async (sql: string, values: unknown[] = []): Promise<number> => {
  const [row] = await t.db.query<{ n: number }[]>(`select count(*)::int as n from ${sql}`, values);
  return row?.n ?? -1;
};

describe('the table of what is kept', () => {
  test('is public, in the reader’s language, and says what, until when, why and on what ground', async () => {
    const { body } = await t.http().get('/api/privacy/retention?lang=en').expect(200);
    expect(body.items).toContainEqual({
      key: 'unverified_account',
      what: 'Account whose address was never confirmed',
      until: '30 days after sign-up',
      why: 'to leave time to open the message received',
      keptDays: 30,
      basis: 'contract',
    });
    const french = await t.http().get('/api/privacy/retention').set('Accept-Language', 'fr').expect(200);
    expect(french.body.items[0].what).toContain('Compte');
  });

  test('promises no term that nothing applies', () => {
    expect(t.get(Retention).unapplied()).toEqual([]);
  });
});

const stateOf = async (id: string): Promise<string> => {
  const [row] = await t.db.query<{ state: string }[]>('select state from account where id = $1', [id]);
  return row?.state ?? 'gone';
};

describe('every night', () => {
  test('sessions that ended are deleted, those in use stay', async () => {
    const person = await givenPerson(t);
    t.clock.advance({ days: 8 });
    const used = await givenSession(t, person.id);
    await applyRetention();
    expect(await count(`session where sess ->> 'accountId' = $1`, [person.id])).toBe(1);
    await asPerson(t, used).get('/api/privacy/retention').expect(200);
  });

  test('counters of attempts that count nothing any more are deleted', async () => {
    const now = t.clock.now().getTime();
    await t.db.query('insert into rate_limit (key, points, expire) values ($1, 1, $2), ($3, 1, $4)', [
      'ended',
      now - 1_000,
      'counting',
      now + 60_000,
    ]);
    await applyRetention();
    expect(await count(`rate_limit where key = 'ended'`)).toBe(0);
    expect(await count(`rate_limit where key = 'counting'`)).toBe(1);
  });

  test('links that were used or ended a week ago are deleted, the others stay', async () => {
    const person = await givenPerson(t);
    const now = t.clock.now().getTime();
    const inDays = (days: number) => new Date(now + days * 86_400_000);
    for (const [hash, expires, used] of [
      ['long-ended', inDays(-8), null],
      ['long-used', inDays(1), inDays(-8)],
      ['just-ended', inDays(-1), null],
      ['usable', inDays(1), null],
    ] as const) {
      await t.db.query(
        `insert into account_token (hash, account_id, purpose, created_at, expires_at, used_at) values ($1, $2, 'sign-in', $3, $4, $5)`,
        [hash, person.id, inDays(-10), expires, used],
      );
    }
    await applyRetention();
    const left = await t.db.query<{ hash: string }[]>('select hash from account_token where account_id = $1 order by hash', [person.id]);
    expect(left.map(({ hash }) => hash)).toEqual(['just-ended', 'usable']);
  });

  test('messages older than thirty days lose their address and their words', async () => {
    const person = await givenPerson(t);
    await t.db.transaction((tx) =>
      t.get(MailOutbox).send(tx, {
        to: person.email,
        language: 'fr',
        template: inactivityWarningMail,
        values: { signInUrl: 'https://example.org/connexion', days: 30 },
        eventKey: `old-${person.id}`,
        accountId: person.id,
      }),
    );
    await t.runJobs();
    t.clock.advance({ days: 29 });
    await applyRetention();
    expect(await count('outgoing_mail where recipient = $1', [person.email])).toBe(1);
    t.clock.advance({ days: 2 });
    await applyRetention();
    expect(await count('outgoing_mail where recipient = $1', [person.email])).toBe(0);
    expect(await count(`outgoing_mail where event_key = $1 and template_values = '{}'`, [`old-${person.id}`])).toBe(1);
  });

  test('addresses of people invited are forgotten ninety days after their invitation ended', async () => {
    const organisationId = await givenOrganisation(t);
    const host = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
    await host
      .http()
      .post(`/api/organisations/${organisationId}/invitations`)
      .send({ email: 'invite@example.org', role: 'reader' })
      .expect(201);
    const invited = () => count(`invitation where email = 'invite@example.org' and organisation_id = $1`, [organisationId]);
    await t.db.query('update invitation set expires_at = $1 where organisation_id = $2', [t.clock.now(), organisationId]);
    await applyRetention();
    t.clock.advance({ days: 89 });
    await applyRetention();
    expect(await invited()).toBe(1);
    t.clock.advance({ days: 2 });
    await applyRetention();
    expect(await invited()).toBe(0);
    expect(await count(`invitation where state = 'expired' and organisation_id = $1`, [organisationId])).toBe(1);
  });

  test('proofs of roles on places are forgotten five years after the role was refused or ended, those of roles that hold are kept', async () => {
    await givenTerritories(t.db);
    const roles: Record<string, string> = {};
    for (const [state, ended] of [
      ['checked', null],
      ['refused', null],
      ['ended', t.clock.now()],
    ] as const) {
      roles[state] = await insertRow(t, 'site_role', {
        site_id: await givenSite(t.db),
        organisation_id: await givenOrganisation(t),
        role: 'owns',
        proof_text: 'Acte du notaire',
        proof_date: '2020-01-01',
        state,
        version: 1,
        declared_at: t.clock.now(),
        decided_at: t.clock.now(),
        ended_at: ended,
      });
      const declared = { role: 'owns', proof: { text: 'Acte du notaire', date: '2020-01-01' } };
      const line = { site_role_id: roles[state], at: t.clock.now(), action: 'declare', to_state: 'declared', declared };
      await insertRow(t, 'site_role_history', line);
    }
    const proved = () => count('site_role where proof_text is not null');
    t.clock.advance({ days: 1_824 });
    await applyRetention();
    expect(await proved()).toBe(3);
    t.clock.advance({ days: 2 });
    await applyRetention();
    expect(await proved()).toBe(1);
    expect(await count(`site_role_history where declared ? 'proof' and site_role_id = $1`, [roles['checked']])).toBe(1);
    expect(await count(`site_role_history where declared ? 'proof'`)).toBe(1);
  });

  test('accounts whose address was never confirmed are erased after thirty days, without a word to that address', async () => {
    const unverified = await givenPerson(t, { emailVerified: false });
    const verified = await givenPerson(t);
    t.clock.advance({ days: 29 });
    await applyRetention();
    expect(await stateOf(unverified.id)).toBe('active');
    t.clock.advance({ days: 2 });
    await applyRetention();
    await t.runJobs();
    expect(await stateOf(unverified.id)).toBe('erased');
    expect(await stateOf(verified.id)).toBe('active');
    expect(mailsTo(t, unverified.email)).toEqual([]);
  });
});

describe('someone who no longer signs in', () => {
  const THREE_YEARS = { days: 1_096 };

  test('is warned after three years, then erased thirty days later, and told so', async () => {
    const person = await givenPerson(t);
    t.clock.advance(THREE_YEARS);
    await applyRetention();
    await applyRetention();
    await t.runJobs();
    expect(mailsTo(t, person.email)).toHaveLength(1);
    expect(lastMailTo(t, person.email)).toMatchObject({ subject: 'Votre compte sera bientôt effacé', links: expect.arrayContaining([]) });
    t.clock.advance({ days: 29 });
    await applyRetention();
    expect(await stateOf(person.id)).toBe('active');
    t.clock.advance({ days: 2 });
    await applyRetention();
    await t.runJobs();
    expect(await stateOf(person.id)).toBe('erased');
    expect(lastMailTo(t, person.email).subject).toBe('Votre compte est effacé');
  });

  test('keeps their account by signing in once after the warning', async () => {
    const person = await givenPerson(t);
    t.clock.advance(THREE_YEARS);
    await applyRetention();
    t.clock.advance({ days: 10 });
    await t.db.query('update account set signed_in_at = $1 where id = $2', [t.clock.now(), person.id]);
    t.clock.advance({ days: 40 });
    await applyRetention();
    expect(await stateOf(person.id)).toBe('active');
  });

  test('keeps it as long as other members of an organisation have nobody else to answer for them', async () => {
    const organisationId = await givenOrganisation(t);
    const administrator = await givenPerson(t);
    await givenMember(t, organisationId, administrator.id, 'administrator');
    t.clock.advance(THREE_YEARS);
    const reader = await givenPerson(t);
    await givenMember(t, organisationId, reader.id, 'reader');
    await applyRetention();
    t.clock.advance({ days: 31 });
    await applyRetention();
    expect(await stateOf(administrator.id)).toBe('active');
    await t.db.query(`update membership set role = 'administrator' where account_id = $1`, [reader.id]);
    await applyRetention();
    expect(await stateOf(administrator.id)).toBe('erased');
  });
});
