import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ownApi } from '../faults/support/program.mjs';
import { givenDrafts } from '../faults/support/world.mjs';
import { percentile } from './support/load.mjs';
import { report } from './support/report.mjs';

// Filing at a steady pace, then the last minute of a call: everything that arrives before the closing instant is in time, whatever the queue.
const asked = (name, usual) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const [PER_SECOND, SECONDS, RUSH, RUSH_SECONDS] = [
  asked('rate', 50),
  asked('seconds', 30),
  asked('rush', 1_000),
  asked('rush-seconds', 60),
];
/** The last one leaves so long before the closing. */
const MARGIN_MS = 250;
const database = `terrain_bench_${randomBytes(4).toString('hex')}`;
const server = new URL(process.env.DATABASE_URL ?? '');
const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
const said = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

const onServer = new pg.Client({ connectionString: server.href });
await onServer.connect();
await onServer.query(`create database ${database}`);
const db = new pg.Pool({ connectionString: url, max: 2 });
db.on('error', () => undefined);
const api = await ownApi(url);
try {
  api.cli('migrate');
  await api.start();
  const steady = PER_SECOND * SECONDS;
  const { cookie, call, applications } = await givenDrafts(api, db, steady + RUSH + 1);
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie };
  const file = async (id) => {
    const from = performance.now();
    const answer = await fetch(`${api.url}/api/applications/${id}/file`, { method: 'POST', headers, body: '{"version":1}' });
    const body = await answer.json();
    return { ms: performance.now() - from, status: answer.status, code: body.code ?? null };
  };
  /** Sends them at an even pace, without waiting for the answers. */
  const atPace = async (ids, gapMs) => {
    const from = performance.now();
    const answers = [];
    for (const [index, id] of ids.entries()) {
      const early = index * gapMs - (performance.now() - from);
      if (early > 1) await pause(early);
      answers.push(file(id));
    }
    const sentMs = performance.now() - from;
    const told = await Promise.all(answers);
    return { told, sentMs, allMs: performance.now() - from };
  };
  const refused = (told) => told.filter(({ status }) => status !== 200).length;
  const times = (told) =>
    [0.5, 0.95, 1].map((share) =>
      percentile(
        told.map(({ ms }) => ms),
        Math.min(share, 0.9999),
      ).toFixed(0),
    );

  said(`${steady} filings at ${PER_SECOND}/s`);
  const even = await atPace(applications.slice(0, steady), 1_000 / PER_SECOND);

  said(`${RUSH} filings in the last ${RUSH_SECONDS} s`);
  const rushMs = RUSH_SECONDS * 1_000;
  const closesAt = new Date(Date.now() + rushMs + MARGIN_MS);
  // Its instants may move only by an extension, as for everybody: here the call is made anew by the hand that made it.
  const hand = await db.connect();
  await hand.query('set session_replication_role = replica');
  await hand.query('update call set closes_at = $2 where id = $1', [call, closesAt]);
  await hand.query('set session_replication_role = default');
  hand.release();
  const rush = await atPace(applications.slice(steady, steady + RUSH), rushMs / RUSH);
  const lastSent = closesAt.getTime() - Date.now() > 0 ? 'before' : 'around';
  await pause(Math.max(0, closesAt.getTime() - Date.now()) + 50);
  const late = await file(applications.at(-1));
  const { rows } = await db.query(
    `select count(*)::int as filings, count(distinct application_id)::int as files, count(*) filter (where arrived_at >= $2)::int as late
     from application_filing where application_id = any ($1::uuid[])`,
    [applications.slice(steady), closesAt],
  );
  const [{ filings, files, late: wrong }] = rows;
  const [even50, even95, evenMax] = times(even.told);
  const [rush50, rush95, rushMax] = times(rush.told);
  report({
    name: 'filings',
    title: 'Filing, steadily and in the last minute',
    command: `npm run bench -- filings${process.argv
      .slice(2)
      .map((word) => ` ${word}`)
      .join('')}`,
    notes: `Dossiers of one question, filed through the API by requests that do not wait for one another, with the worker and its letters in the same process. The rush ends ${lastSent} the closing instant; after it one more is tried.`,
    rows: [
      [
        `${steady} filings at ${PER_SECOND}/s: answered`,
        `${PER_SECOND}/s`,
        `${((steady * 1_000) / even.allMs).toFixed(1)}/s; ${refused(even.told)} refused`,
      ],
      ['… time to the receipt: median, 95 %, longest', '', `${even50}, ${even95}, ${evenMax} ms`],
      [
        `last ${RUSH_SECONDS} s, ${RUSH} filings: received`,
        `${RUSH}`,
        `${files} dossiers by ${filings} filings, ${refused(rush.told)} refused, ${wrong} late, all answered ${((rush.allMs - rush.sentMs) / 1000).toFixed(1)} s after the last left`,
      ],
      ['… time to the receipt: median, 95 %, longest', '', `${rush50}, ${rush95}, ${rushMax} ms`],
      ['one sent after the closing', 'refused', `${late.status} ${late.code}`],
    ],
  });
  if (refused(rush.told) + wrong + (filings - files) > 0 || late.code !== 'application-late') process.exitCode = 1;
} finally {
  await api.remove();
  await db.end();
  await onServer.query(`drop database if exists ${database} with (force)`);
  await onServer.end();
}
