import { beforeEach, describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { MailOutbox } from '../../api/src/platform/mail/mail-outbox.js';
import { inactivityWarningMail } from '../../api/src/modules/accounts/privacy/account-privacy.mails.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { PersonalData } from '../../api/src/platform/privacy/personal-data.js';
import { Retention } from '../../api/src/platform/privacy/retention.js';
import { asPerson, givenMember, givenOrganisation, givenPerson, givenSession, type Person } from '../support/actors.js';
import { lastMailTo, mailsTo } from '../support/mail.js';
import { insertRow } from '../support/access-world.js';
import { bytesOf, givenSite, givenTerritories } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';
import { unzip } from '../support/zip.js';

const t = useTestApp();

async function exportOf(person: Person): Promise<Readonly<Record<string, string>>> {
  const { body, headers } = await person.http().get('/api/me/export').buffer(true).parse(bytesOf).expect(200);
  expect(headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' });
  expect(headers['content-disposition']).toMatch(/^attachment; filename="terrain-dentente-\d{4}-\d\d-\d\d\.zip"$/);
  return unzip(body as Buffer);
}

async function givenMail(to: Person, accountId: string | null, eventKey: string): Promise<void> {
  await t.db.transaction((tx) =>
    t.get(MailOutbox).send(tx, {
      to: to.email,
      language: 'fr',
      template: inactivityWarningMail,
      values: { signInUrl: 'https://example.org/connexion', days: 30 },
      eventKey,
      ...(accountId === null ? {} : { accountId }),
    }),
  );
}

const CLAIM = {
  name: 'Recyclerie du Plateau',
  kind: 'ess',
  legalForm: 'association',
  proof: 'Je suis Camille Durand, présidente',
} as const;
const now = () => t.clock.now().toISOString();

/** A role that an organisation declared on a place. @returns its id */
async function givenRole(organisationId: string, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  if ((await rows('select 1 from territory limit 1')).length === 0) await givenTerritories(t.db);
  return insertRow(t, 'site_role', {
    site_id: await givenSite(t.db),
    organisation_id: organisationId,
    role: 'owns',
    proof_text: 'Acte du notaire',
    proof_date: '2020-01-01',
    state: 'declared',
    version: 1,
    declared_at: now(),
    ...columns,
  });
}

const rows = async (sql: string, values: unknown[] = []) => t.db.query<Record<string, unknown>[]>(sql, values);

describe('my data', () => {
  test('come as one archive of JSON files, with a page that explains them in French and in English', async () => {
    const organisationId = await givenOrganisation(t, { name: 'Atelier des Rails' });
    const person = await givenPerson(t, { name: 'Camille Durand', memberOf: [{ organisationId, role: 'editor' }] });
    const files = await exportOf(person);
    const parts = t.get(PersonalData).all();
    expect(Object.keys(files).sort()).toEqual(['LISEZ-MOI.txt', 'README.txt', ...parts.map(({ name }) => `${name}.json`)].sort());
    expect(JSON.parse(files['account.json']!)).toMatchObject({ id: person.id, email: person.email, displayName: 'Camille Durand' });
    expect(JSON.parse(files['memberships.json']!)).toMatchObject({ memberships: [{ organisation: 'Atelier des Rails', role: 'editor' }] });
    expect(JSON.parse(files['sessions.json']!)).toMatchObject({ sessions: [{ device: { userAgent: 'test' } }] });
    for (const { name, says } of parts) {
      expect(files['LISEZ-MOI.txt']).toContain(`${name}.json : ${says.fr}`);
      expect(files['README.txt']).toContain(`${name}.json: ${says.en}`);
    }
  });

  test('hold what I did and what was decided about me, never who decided nor anything of other people', async () => {
    const organisationId = await givenOrganisation(t);
    const person = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
    const other = await givenPerson(t, { name: 'Dominique Secret', memberOf: [{ organisationId, role: 'editor' }] });
    await t.db.transaction((tx) =>
      t.get(Journal).recordAct(tx, {
        actor: { kind: 'person', id: person.id },
        action: 'change-role',
        thing: { kind: 'membership', id: other.id },
        organisationId,
      }),
    );
    await t.db.transaction((tx) =>
      t.get(Journal).recordAct(tx, {
        actor: { kind: 'person', id: other.id },
        action: 'warn-person',
        thing: { kind: 'account', id: person.id },
        why: 'Messages trop nombreux',
      }),
    );
    const files = await exportOf(person);
    expect(JSON.parse(files['acts.json']!)).toMatchObject({
      acts: [
        { action: 'change-role', byMe: true, thingId: null },
        { action: 'warn-person', byMe: false, thingId: person.id, why: 'Messages trop nombreux' },
      ],
    });
    const everything = Object.values(files).join('\n');
    for (const secret of [other.id, other.email, 'Dominique Secret']) expect(everything).not.toContain(secret);
  });

  test('hold my invitations and requests, not who else was invited', async () => {
    const organisationId = await givenOrganisation(t, { name: 'Recyclerie' });
    const person = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
    const elsewhere = await givenOrganisation(t, { name: 'Jardins' });
    await givenPerson(t, { memberOf: [{ organisationId: elsewhere, role: 'administrator' }] });
    await person
      .http()
      .post(`/api/organisations/${organisationId}/invitations`)
      .send({ email: 'quelquun@example.org', role: 'reader' })
      .expect(201);
    await person.http().post(`/api/organisations/${elsewhere}/join-requests`).send({ message: 'Je jardine' }).expect(201);
    const files = await exportOf(person);
    expect(JSON.parse(files['memberships.json']!)).toMatchObject({
      invitations: [{ organisation: 'Recyclerie', role: 'reader', sentByMe: true }],
      joinRequests: [{ organisation: 'Jardins', message: 'Je jardine', state: 'pending', askedByMe: true, answeredByMe: false }],
    });
    expect(Object.values(files).join('\n')).not.toContain('quelquun@example.org');
  });

  test('hold what I wrote for my organisations: proofs, roles on places, projects, answers, links with networks', async () => {
    const network = await givenOrganisation(t, { name: 'Réseau des recycleries' });
    const person = await givenPerson(t);
    const { body: claimed } = await person.http().post('/api/organisations').send(CLAIM).expect(201);
    await t.db.query(`update organisation set state = 'verified', contact_email = upper($2) where id = $1`, [claimed.id, person.email]);
    const asker = await givenPerson(t);
    await asker.http().post(`/api/organisations/${claimed.id}/join-requests`).send({ message: 'Je suis Dominique Secret' }).expect(201);
    const ours = { organisation_id: claimed.id, created_at: now(), updated_at: now() };
    await t.db.query(
      `update join_request set state = 'declined', reason = 'Complet', answered_by = $1, ended_at = $2 where organisation_id = $3`,
      [person.id, now(), claimed.id],
    );
    const projectId = await insertRow(t, 'project', {
      ...ours,
      state: 'open',
      name: 'Atelier',
      need: {},
      public: false,
      version: 1,
      demo: false,
    });
    const written = [{ field: 'name', from: 'Mots d’un autre', to: 'Atelier vélo' }];
    const act = { at: now(), account_id: person.id, reason: null };
    await insertRow(t, 'project_history', {
      ...act,
      project_id: projectId,
      version: 2,
      action: 'edit',
      to_state: 'open',
      changes: written,
    });
    const roleId = await givenRole(claimed.id);
    const declared = { role: 'owns', proof: { text: 'Acte du notaire', date: '2020-01-01' } };
    await insertRow(t, 'site_role_history', { ...act, site_role_id: roleId, action: 'declare', to_state: 'declared', declared });
    const link = { network_id: network, member_id: claimed.id, state: 'declined', reason: 'Trop tôt', asked_at: now(), asked_by: asker.id };
    await insertRow(t, 'network_link', { ...link, answered_at: now(), answered_by: person.id });

    const files = await exportOf(person);
    const part = (name: string) => JSON.parse(files[`${name}.json`]!) as object;
    expect(part('claims')).toMatchObject({
      claims: [{ organisationId: claimed.id, proof: CLAIM.proof }],
      contactOf: [{ organisation: CLAIM.name, contactEmail: person.email.toUpperCase() }],
    });
    expect(part('projects')).toMatchObject({
      projectActs: [{ projectId, action: 'edit', changes: [{ field: 'name', to: 'Atelier vélo' }] }],
    });
    expect(part('place-roles')).toMatchObject({ placeRoles: [{ action: 'declare', declared }] });
    expect(part('memberships')).toMatchObject({
      joinRequests: [{ message: null, reason: 'Complet', askedByMe: false, answeredByMe: true }],
      networkLinks: [{ network: 'Réseau des recycleries', reason: 'Trop tôt', iAskedAt: null, iAnsweredAt: expect.any(String) }],
    });
    const everything = Object.values(files).join('\n');
    for (const word of ['Dominique Secret', 'Mots d’un autre', asker.id]) expect(everything).not.toContain(word);
  });

  test('never hold a secret: no hash, no session number, no link', async () => {
    const person = await givenPerson(t);
    await t.db.query(`update account set password_hash = '$argon2id$very-secret' where id = $1`, [person.id]);
    await givenMail(person, person.id, `mail-${person.id}`);
    const [session] = await rows(`select sid from session where sess ->> 'accountId' = $1`, [person.id]);
    const everything = Object.values(await exportOf(person)).join('\n');
    for (const secret of ['argon2id', String(session?.['sid']), 'https://example.org/connexion']) expect(everything).not.toContain(secret);
    expect(everything).toContain('inactivity-warning');
  });

  test('are given to nobody but me, and only after I confirmed that it is me', async () => {
    const person = await givenPerson(t);
    const unlocked = asPerson(t, await givenSession(t, person.id, { fresh: false }));
    const { body } = await unlocked.get('/api/me/export').expect(403);
    expect(body.code).toBe('fresh-sign-in-needed');
    await t.http().get('/api/me/export').expect(401);
  });

  test('are mine before my address is confirmed too', async () => {
    const person = await givenPerson(t, { emailVerified: false });
    expect(JSON.parse((await exportOf(person))['account.json']!)).toMatchObject({ email: person.email, emailVerifiedAt: null });
  });
});

/** Columns by whose name one may expect a person, and why none is in them. */
const NOBODY_IN: Readonly<Record<string, string>> = {
  'site_history.actor': 'what wrote the line: an import, the demonstration, the service, or “person”, who is in account_id',
};

describe('what is kept about people', () => {
  test('is answered for by one module each: no number, address or proof escapes export and erasure', async () => {
    const found = await rows(`
      select c.relname || '.' || a.attname as name
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'account'::regclass
                     and a.attnum = any(f.conkey))
             or (a.attname ~ '(account_id|email|recipient|proof|actor)' and format_type(a.atttypid, null) in ('uuid', 'text', 'jsonb'))
                and a.attname !~ '_kind$')`);
    const held = t
      .get(PersonalData)
      .all()
      .flatMap(({ holds }) => holds);
    expect(found.length).toBeGreaterThan(20);
    expect(found.map(({ name }) => String(name)).filter((name) => !held.includes(name) && !(name in NOBODY_IN))).toEqual([]);
    expect(held.filter((name, index) => held.indexOf(name) !== index)).toEqual([]);
  });

  test('is in columns that exist', async () => {
    const columns = await rows(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const names = columns.map(({ name }) => name);
    const said = [
      ...t
        .get(PersonalData)
        .all()
        .flatMap(({ holds }) => holds),
      ...Object.keys(NOBODY_IN),
    ];
    expect(said.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe('erasing my account', () => {
  let person: Person;
  beforeEach(async () => {
    person = await givenPerson(t, { name: 'Camille Durand' });
  });
  const erase = (who: Person) => who.http().post('/api/me/erasure');

  test('forgets who I am, ends my sessions and leaves what I did', async () => {
    const other = await givenSession(t, person.id);
    await t.db.transaction((tx) =>
      t.get(Journal).recordAct(tx, { actor: { kind: 'person', id: person.id }, action: 'publish', thing: { kind: 'site', id: uuidv7() } }),
    );
    expect((await erase(person).expect(200)).body).toEqual({ state: 'erased' });
    const [account] = await rows('select * from account where id = $1', [person.id]);
    expect(account).toMatchObject({ state: 'erased', email: null, display_name: null, password_hash: null, email_verified_at: null });
    expect(await rows(`select 1 from session where sess ->> 'accountId' = $1`, [person.id])).toEqual([]);
    await person.http().get('/api/me/export').expect(401);
    await asPerson(t, other).get('/api/me/export').expect(401);
    const acts = await rows('select action, actor_id, facts from journal_act where actor_id = $1 order by seq', [person.id]);
    expect(acts).toEqual([
      { action: 'publish', actor_id: person.id, facts: {} },
      { action: 'erase-account', actor_id: person.id, facts: { reason: 'asked' } },
    ]);
    expect(await t.get(Journal).verify(t.db.manager)).toMatchObject({ intact: true });
  });

  test('leaves no table with my name or address, once the confirmation has left and a day has passed', async () => {
    await t.db.query('update account set display_name = $2 where id = $1', [person.id, 'Camille Quatremaire']);
    await t.db.query(
      `insert into account_token (hash, account_id, purpose, email, created_at, expires_at) values ($1, $2, 'sign-in', $3, now(), now())`,
      [uuidv7(), person.id, person.email],
    );
    await givenMail(person, person.id, `own-${person.id}`);
    await givenMail(person, null, `invitation-${person.id}`);
    const { body: claimed } = await person
      .http()
      .post('/api/organisations')
      .send({ ...CLAIM, contactEmail: person.email })
      .expect(201);
    await t.db.query(`update organisation set proof = 'Je suis Camille Quatremaire', state = 'suspended' where id = $1`, [claimed.id]);
    await erase(person).expect(200);
    await t.runJobs();
    t.clock.advance({ days: 2 });
    await t.get(Retention).apply();
    const tables = await rows(`select table_schema || '.' || table_name as name from information_schema.tables
                               where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`);
    for (const { name } of tables) {
      const found = await rows(`select 1 from ${String(name)} as line where line::text ilike any($1) limit 1`, [
        [`%${person.email}%`, '%Quatremaire%'],
      ]);
      expect({ name, found }).toEqual({ name, found: [] });
    }
  });

  test('cancels the messages that had not left, and confirms it once to my address', async () => {
    await givenMail(person, person.id, `waiting-${person.id}`);
    await erase(person).expect(200);
    await t.runJobs();
    expect(mailsTo(t, person.email)).toHaveLength(1);
    expect(lastMailTo(t, person.email).subject).toBe('Votre compte est effacé');
  });

  test('is refused while other members of an organisation would have nobody to answer for them, which is named', async () => {
    const organisationId = await givenOrganisation(t, { name: 'Atelier des Rails' });
    await givenMember(t, organisationId, person.id, 'administrator');
    const reader = await givenPerson(t, { memberOf: [{ organisationId, role: 'reader' }] });
    const { body } = await erase(person).expect(409);
    expect(body).toMatchObject({
      code: 'last-administrator',
      facts: { organisations: [{ id: organisationId, name: 'Atelier des Rails' }] },
    });
    await t.db.query(`update membership set role = 'administrator' where account_id = $1`, [reader.id]);
    await erase(person).expect(200);
    expect(await rows('select account_id from membership where organisation_id = $1', [organisationId])).toEqual([
      { account_id: reader.id },
    ]);
  });

  test('as the only member leaves the organisation there, free to be claimed again', async () => {
    const organisationId = await givenOrganisation(t);
    await givenMember(t, organisationId, person.id, 'administrator');
    await erase(person).expect(200);
    expect(await rows('select state from organisation where id = $1', [organisationId])).toEqual([{ state: 'unclaimed' }]);
  });

  test('forgets where an organisation was written to and what proved it, once nobody is left in it', async () => {
    const { body: claimed } = await person
      .http()
      .post('/api/organisations')
      .send({ ...CLAIM, contactEmail: 'bureau@example.org' })
      .expect(201);
    await person
      .http()
      .post(`/api/organisations/${claimed.id}/leave`)
      .send({ evenIfLast: true })
      .expect((answer) => {
        expect(answer.status).toBeLessThan(300);
      });
    expect(await rows('select state, contact_email, proof, claimed_by from organisation where id = $1', [claimed.id])).toEqual([
      { state: 'unclaimed', contact_email: null, proof: null, claimed_by: null },
    ]);
  });

  test('takes no organisation’s contact from it by an address that was never proved', async () => {
    const organisationId = await givenOrganisation(t);
    const impostor = await givenPerson(t, { emailVerified: false });
    await t.db.query('update organisation set contact_email = $2 where id = $1', [organisationId, impostor.email]);
    await erase(impostor).expect(200);
    expect(await rows('select contact_email from organisation where id = $1', [organisationId])).toEqual([
      { contact_email: impostor.email },
    ]);
  });

  test('ends what waits: invitations sent to me or by me, and what I asked to join', async () => {
    const mine = await givenOrganisation(t);
    await givenMember(t, mine, person.id, 'editor');
    const administrator = await givenPerson(t, { memberOf: [{ organisationId: mine, role: 'administrator' }] });
    const theirs = await givenOrganisation(t);
    const host = await givenPerson(t, { memberOf: [{ organisationId: theirs, role: 'administrator' }] });
    await host.http().post(`/api/organisations/${theirs}/invitations`).send({ email: person.email, role: 'reader' }).expect(201);
    const third = await givenOrganisation(t);
    await givenMember(t, third, administrator.id, 'administrator');
    await person.http().post(`/api/organisations/${third}/join-requests`).send({ message: 'Je suis Camille' }).expect(201);
    await erase(person).expect(200);
    expect(await rows('select email, state from invitation where organisation_id = $1', [theirs])).toEqual([
      { email: null, state: 'cancelled' },
    ]);
    expect(await rows('select message, state from join_request where account_id = $1', [person.id])).toEqual([
      { message: null, state: 'withdrawn' },
    ]);
  });

  test('of two administrators at once lets one go: members never lose both', async () => {
    const organisationId = await givenOrganisation(t);
    await givenMember(t, organisationId, person.id, 'administrator');
    const second = await givenPerson(t, { memberOf: [{ organisationId, role: 'administrator' }] });
    await givenPerson(t, { memberOf: [{ organisationId, role: 'reader' }] });
    const answers = await Promise.all([erase(person), erase(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rows(`select 1 from membership where organisation_id = $1 and role = 'administrator'`, [organisationId])).toHaveLength(1);
  });

  test('twice at once is one erasure', async () => {
    const answers = await Promise.all([erase(person), erase(person)]);
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(await rows(`select 1 from journal_act where action = 'erase-account' and actor_id = $1`, [person.id])).toHaveLength(1);
  });

  test('is refused to the last administrator of the service', async () => {
    const last = await givenPerson(t, { platformRole: 'platform_administrator' });
    const { body } = await erase(last).expect(409);
    expect(body.code).toBe('last-platform-administrator');
    await givenPerson(t, { platformRole: 'platform_administrator' });
    await erase(last).expect(200);
  });

  test('needs me to confirm that it is me', async () => {
    const unlocked = asPerson(t, await givenSession(t, person.id, { fresh: false }));
    const { body } = await unlocked.post('/api/me/erasure').expect(403);
    expect(body.code).toBe('fresh-sign-in-needed');
  });

  test('frees the address: somebody may sign up with it again', async () => {
    await erase(person).expect(200);
    const again = await givenPerson(t, { email: person.email });
    expect(again.id).not.toBe(person.id);
  });
});
