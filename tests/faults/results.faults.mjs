import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { givenDecided, seenOf } from './support/decided-call.mjs';
import { ownApi } from './support/program.mjs';
import { countingRelay } from './support/relay.mjs';
import { reliability } from './support/report.mjs';
import { ownServer } from './support/server.mjs';
import { letTimePass } from './support/verdict.mjs';

// The results of a call with many files are published by somebody who insists; the API is killed in the middle, then while letters leave.
const asked = (name, usual) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const LETTERS = asked('letters', 500);
/** While it publishes, then while letters leave. */
const KILLS = asked('publishing-kills', 4);
const SENDING_KILLS = 3;
const SHORTEST_LIFE_MS = 150;
const LETTERS_PATIENCE_MS = 240_000;
const said = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

const server = await ownServer();
const relay = await countingRelay();
const api = await ownApi(server.url);
const db = new pg.Client({ connectionString: server.url });
db.on('error', () => undefined);
await db.connect();
const tidy = async () => {
  await db.end().catch(() => undefined);
  await api.remove();
  await relay.close();
  server.remove();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void tidy().finally(() => process.exit(130)));
const worst = { half: 0, lost: 0, doubled: 0 };
let acknowledged = false;
let took = 0;
try {
  api.cli('migrate');
  await api.start();
  const { cookie, call } = await givenDecided(api, db, LETTERS);
  await api.kill();
  await api.start(relay.environment);
  const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const publish = async () => {
    const from = performance.now();
    const answer = await fetch(`${api.url}/api/calls/${call}/results`, { method: 'POST', headers, body: '{}' }).catch(() => null);
    if (answer?.status === 201) took = performance.now() - from;
    return answer?.status ?? null;
  };
  const look = async (after) => {
    const seen = await seenOf(db, call);
    const whole = { pages: 1, calls: 1, decided: LETTERS, letters: LETTERS, acts: LETTERS, mails: LETTERS, lines: 1 };
    const isNone = Object.values(seen).every((count) => count === 0);
    const isAll = Object.entries(whole).every(([what, count]) => seen[what] === count);
    said(`${after}: ${JSON.stringify(seen)}`);
    if (!isNone && !isAll) worst.half += 1;
    if (acknowledged && !isAll) worst.lost += 1;
    return isAll;
  };
  let inTheMiddle = 0;
  for (let kill = 1; kill <= KILLS && !acknowledged; kill += 1) {
    const published = publish();
    // Each life longer than the one before: at its beginning, among its letters, near its end.
    await pause(SHORTEST_LIFE_MS + (kill - 1) * (SHORTEST_LIFE_MS + Math.random() * SHORTEST_LIFE_MS * 4));
    await api.kill();
    acknowledged = (await published) === 201;
    if (!(await look(`killed ${kill} of ${KILLS} while publishing`))) inTheMiddle += 1;
    await api.start(relay.environment);
  }
  for (let tries = 0; !acknowledged && tries < 3; tries += 1) {
    const status = await publish();
    // The answer of an earlier one may have been lost: its results are there.
    acknowledged = status === 201 || (status === 409 && (await seenOf(db, call)).pages === 1);
  }
  await look('published');
  for (let kill = 1; kill <= SENDING_KILLS; kill += 1) {
    await pause(300 + Math.random() * 700);
    await api.kill();
    said(`killed ${kill} of ${SENDING_KILLS} while letters leave: ${relay.handed.size} left`);
    await letTimePass(db);
    await api.start(relay.environment);
  }
  const from = Date.now();
  const left = async () =>
    (await db.query(`select count(*)::int as sent from outgoing_mail where event_key like 'decision-letter-%' and state = 'sent'`)).rows[0]
      .sent;
  for (let sent = await left(); sent < LETTERS && Date.now() - from < LETTERS_PATIENCE_MS; sent = await left()) {
    await letTimePass(db);
    await pause(2_000);
  }
  await look('all left');
  const again = [...relay.handed.values()].filter((times) => times > 1).length;
  worst.lost += LETTERS - relay.handed.size + (acknowledged ? 0 : 1);
  // In the instant of a kill a letter may be handed over again, under the same Message-ID: one for each that was being handed over.
  worst.doubled += Math.max(0, relay.handed.size - LETTERS);
  said(api.cli('journal', 'verify').trim());
  await reliability({
    section: 'Publishing results',
    command: 'npm run faults -- --only=results',
    rows: [
      ['files and letters of the call', String(LETTERS)],
      ['kills while publishing, of which before it was whole', `${KILLS}, ${inTheMiddle}`],
      ['kills while letters leave', String(SENDING_KILLS)],
      ['half published · lost · doubled', `${worst.half} · ${worst.lost} · ${worst.doubled}`],
      ['letters handed to the relay, of which again under the same Message-ID', `${relay.handed.size}, ${again}`],
      ['publication that was not killed', took === 0 ? 'its answer was lost' : `${Math.round(took)} ms`],
    ],
  });
} finally {
  await tidy();
}
console.log(`letters ${relay.handed.size}, lost ${worst.lost}, doubled ${worst.doubled}, half ${worst.half}`);
process.exitCode = worst.lost + worst.doubled + worst.half === 0 ? 0 : 1;
