import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const PASSWORD = 'trois wagons de bois clair';
const FORM = [
  {
    id: 'projet',
    title: 'Le projet',
    help: null,
    questions: [{ id: 'texte', kind: 'long', label: 'Que ferez-vous ?', help: null, required: true, shownIf: null, maxLength: 5000 }],
  },
];

/** Somebody signed in, by the pages' own requests. */
export async function person(url, email) {
  const own = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const post = async (path, body, cookie) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...own, ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await post('/api/accounts/sign-up', { email, password: PASSWORD, displayName: 'Camille', language: 'fr' });
  let token;
  for (let tries = 0; token === undefined && tries < 300; tries += 1, await pause(100)) {
    const list = await fetch(`${url}/api/dev/mail?to=${encodeURIComponent(email)}`, { headers: { accept: 'application/json' } });
    token = /#token=([\w-]+)/.exec((await list.json()).items[0]?.text ?? '')?.[1];
  }
  await post('/api/accounts/verification/use', { token });
  const answer = await post('/api/session', { email, password: PASSWORD });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** A call that is open, and as many drafts of one organisation as asked. */
export async function givenDrafts({ url }, db, count, closesAt = new Date(Date.now() + 7 * 86_400_000)) {
  const email = 'camille@faults.example';
  const cookie = await person(url, email);
  const [owner, ess, call] = [randomUUID(), randomUUID(), randomUUID()];
  const { rows } = await db.query('select id from account where email = $1', [email]);
  for (const [id, name, kind] of [
    [owner, 'Ville des pannes', 'public_owner'],
    [ess, 'Les Opiniâtres', 'ess'],
  ])
    await db.query(
      `insert into organisation (id, name, kind, state, origin, demo, created_at, updated_at) values ($1, $2, $3, 'verified', 'claimed', false, now(), now())`,
      [id, name, kind],
    );
  await db.query(
    `insert into membership (organisation_id, account_id, role, created_at, updated_at) values ($1, $2, 'administrator', now(), now())`,
    [ess, rows[0].id],
  );
  await db.query(
    `insert into call (id, organisation_id, state, version, title, opens_at, closes_at, form, documents, eligibility, grid, jury, shown, demo, published_at, created_at, updated_at)
     values ($1, $2, 'published', 1, 'Un appel', now() - interval '1 day', $3, $4, '[]', '[]', '{"scaleMax":5,"criteria":[],"tieBreak":[]}',
       '{"members":[],"quorum":null}', '{"jury":true,"ranking":false,"applicants":"count"}', false, now(), now(), now())`,
    [call, owner, closesAt, JSON.stringify(FORM)],
  );
  const applications = Array.from({ length: count }, () => randomUUID());
  await db.query(
    `insert into application (id, call_id, organisation_id, state, title, answers, created_at, updated_at)
     select id, $2, $3, 'draft', 'Un dossier', '{"texte":"0"}', now(), now() from unnest($1::uuid[]) id`,
    [applications, call, ess],
  );
  return { cookie, call, applications };
}
