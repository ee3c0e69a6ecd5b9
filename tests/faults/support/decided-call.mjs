import { randomUUID } from 'node:crypto';
import { person } from './world.mjs';

const GRID = { scaleMax: 5, criteria: [{ id: 'utilite', label: 'Utilité', help: null, weight: 100 }], tieBreak: [] };
const REASONS = [{ criterion: 'utilite', text: 'Un besoin que personne ne couvre.' }];

/** A call by zone that the authority has decided, with as many files as asked, each of another organisation that somebody writes for. */
export async function givenDecided({ url }, db, count) {
  const email = 'agathe@faults.example';
  const cookie = await person(url, email);
  const [owner, call] = [randomUUID(), randomUUID()];
  await db.query(
    `insert into organisation (id, name, kind, state, origin, demo, created_at, updated_at)
     values ($1, 'Ville des pannes', 'public_owner', 'verified', 'claimed', false, now(), now())`,
    [owner],
  );
  await db.query(
    `insert into membership (organisation_id, account_id, role, created_at, updated_at)
     select $1, id, 'administrator', now(), now() from account where email = $2`,
    [owner, email],
  );
  await db.query(
    `insert into call (id, organisation_id, state, version, title, opens_at, closes_at, form, documents, eligibility, grid, jury, shown, demo, published_at, created_at, updated_at)
     values ($1, $2, 'decided', 1, 'Un appel', now() - interval '60 days', now() - interval '30 days', '[]', '[]', '[]', $3,
       '{"members":[],"quorum":null}', '{"jury":false,"ranking":false,"applicants":"names"}', false, now() - interval '61 days', now(), now())`,
    [call, owner, JSON.stringify(GRID)],
  );
  await db.query(
    `insert into review (call_id, mode, quorum, due_on, started_at, revealed_at) values ($1, 'simple', 1, current_date, now(), now())`,
    [call],
  );
  const files = Array.from({ length: count }, () => ({
    account: randomUUID(),
    organisation: randomUUID(),
    file: randomUUID(),
    line: randomUUID(),
  }));
  const given = 'jsonb_to_recordset($1) as f(account uuid, organisation uuid, file uuid, line uuid)';
  const rows = JSON.stringify(files);
  await db.query(
    `insert into account (id, email, email_verified_at, display_name, state, created_at, updated_at)
     select account, account || '@faults.example', now(), 'Camille', 'active', now(), now() from ${given}`,
    [rows],
  );
  await db.query(
    `insert into organisation (id, name, kind, state, origin, demo, created_at, updated_at)
     select organisation, 'Structure ' || organisation, 'ess', 'verified', 'claimed', false, now(), now() from ${given}`,
    [rows],
  );
  await db.query(
    `insert into membership (organisation_id, account_id, role, created_at, updated_at) select organisation, account, 'editor', now(), now() from ${given}`,
    [rows],
  );
  await db.query(
    `insert into application (id, call_id, organisation_id, state, title, answers, number, created_at, updated_at)
     select file, $2, organisation, 'under_review', 'Un dossier', '{}', 'TE-' || left(file::text, 13), now(), now() from ${given}`,
    [rows, call],
  );
  await db.query(
    `insert into award (call_id, deed_kind, authority_name, authority_function, decided_on, reference, recorded_at, updated_at)
     values ($1, 'temporary_occupation', 'Le conseil', 'Assemblée', current_date, '2026-1', now(), now())`,
    [call],
  );
  await db.query(
    `insert into award_line (id, call_id, application_id, outcome, reasons)
     select line, $2, file, case when file = $3 then 'selected' else 'not_selected' end, $4 from ${given}`,
    [rows, call, files[0].file, JSON.stringify(REASONS)],
  );
  return { cookie, call };
}

/** What is seen of the publication: how many of each thing that comes with it. All, or none. */
export async function seenOf(db, call) {
  const { rows } = await db.query(
    `select (select count(*)::int from award where call_id = $1 and published_at is not null) as pages,
       (select count(*)::int from call where id = $1 and state = 'results_published') as calls,
       (select count(*)::int from application where call_id = $1 and state in ('selected', 'not_selected')) as decided,
       (select count(*)::int from decision_letter d join application a on a.id = d.application_id where a.call_id = $1) as letters,
       (select count(*)::int from application_history h join application a on a.id = h.application_id where a.call_id = $1) as acts,
       (select count(*)::int from outgoing_mail where event_key like 'decision-letter-%') as mails,
       (select count(*)::int from journal_act where action = 'publish-results-call' and thing_id = $1::text) as lines`,
    [call],
  );
  return rows[0];
}
