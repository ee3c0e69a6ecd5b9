import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { insistentClient } from './support/client.mjs';
import { ownApi } from './support/program.mjs';
import { reliability } from './support/report.mjs';
import { ownServer } from './support/server.mjs';
import { lettersLeft, letTimePass, verdict } from './support/verdict.mjs';
import { givenDrafts } from './support/world.mjs';

// The API is killed at random while files are saved and filed by clients that insist; then the database is. What was acknowledged is looked
// for after each start.
const asked = (name, usual) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const KILLS = asked('kills', 20);
const CLIENTS = asked('clients', 6);
const SHORTEST_LIFE_MS = 300;
const LONGEST_LIFE_MS = 3_000;
const LETTERS_PATIENCE_MS = 120_000;
const said = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

const server = await ownServer();
const api = await ownApi(server.url);
const connect = async () => {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};
let db = await connect();
const worst = { acknowledged: 0, lost: 0, doubled: 0, half: 0 };
const tally = new Map();
const starts = [];
const facts = [];
const tidy = async () => {
  await db.end().catch(() => undefined);
  await api.remove();
  server.remove();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void tidy().finally(() => process.exit(130)));
try {
  api.cli('migrate');
  await api.start();
  const { cookie, applications } = await givenDrafts(api, db, CLIENTS);
  let over = false;
  const clients = applications.map((id) => insistentClient({ url: api.url, cookie, id, isOver: () => over, tally }));
  let failed = null;
  const running = Promise.all(clients.map((client) => client.run().catch((error) => (failed ??= error))));

  const look = async (after) => {
    const found = await verdict(db, clients);
    said(`${after}: ${JSON.stringify(found)}`);
    worst.acknowledged = found.acknowledged;
    for (const what of ['lost', 'doubled', 'half']) worst[what] = Math.max(worst[what], found[what]);
    if (failed !== null) throw failed;
  };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await pause(SHORTEST_LIFE_MS + Math.random() * LONGEST_LIFE_MS);
    await api.kill();
    const from = performance.now();
    await look(`killed ${kill} of ${KILLS}`);
    await api.start();
    starts.push(performance.now() - from);
  }

  for (const [how, stop] of [
    ['killed', server.kill],
    ['stopped at once', server.stopAtOnce],
  ]) {
    await pause(1_000);
    stop();
    await pause(1_500);
    const ready = await fetch(`${api.url}/health/ready`);
    const refused = await fetch(`${api.url}/api/sites`);
    facts.push([
      `the database ${how}`,
      `${refused.status}, Retry-After ${refused.headers.get('retry-after')}; not ready (${ready.status})`,
    ]);
    if (refused.status !== 503 || refused.headers.get('retry-after') === null) throw new Error(`the database ${how}: ${refused.status}`);
    await server.start();
    await db.end().catch(() => undefined);
    db = await connect();
    const from = performance.now();
    for (; !(await fetch(`${api.url}/health/ready`)).ok; await pause(100))
      if (performance.now() - from > 60_000) throw new Error('never ready again');
    facts.push([`well again after the database was ${how}`, `${Math.round(performance.now() - from)} ms`]);
  }
  await pause(2_000);
  over = true;
  await running;
  await look('all answered');

  const from = Date.now();
  let letters = await lettersLeft(db);
  for (; letters.sent < letters.letters && Date.now() - from < LETTERS_PATIENCE_MS; letters = await lettersLeft(db)) {
    await letTimePass(db);
    await pause(2_000);
  }
  worst.lost += letters.letters - letters.sent;
  worst.doubled += letters.letters - letters.events;
  said(api.cli('journal', 'verify').trim());
  const filings = clients.reduce((sum, { told }) => sum + told.filings.length, 0);
  starts.sort((a, b) => a - b);
  await reliability({
    section: 'Saving and filing',
    command: `npm run faults${KILLS === 20 ? '' : ` -- --kills=${KILLS}`}`,
    rows: [
      ['kills of the API, at random', String(KILLS)],
      ['saves and filings acknowledged', `${worst.acknowledged}, of which ${filings} filings`],
      ['lost · doubled · half done', `${worst.lost} · ${worst.doubled} · ${worst.half}`],
      ['letters of receipt: written, left', `${letters.letters}, ${letters.sent}`],
      ['from a kill to ready again, median', `${Math.round(starts[Math.floor(starts.length / 2)] ?? 0)} ms`],
      ...facts,
      [
        'answers met by the clients, by status',
        [...tally]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${status}: ${count}`)
          .join(', '),
      ],
    ],
  });
} finally {
  await tidy();
}
console.log(`acknowledged ${worst.acknowledged}, lost ${worst.lost}, doubled ${worst.doubled}, half ${worst.half}`);
const broken = tally.get(500) ?? 0;
if (broken > 0) console.log(`${broken} answers said 500, where a pause of the service was to be said`);
process.exitCode = worst.lost + worst.doubled + worst.half + broken === 0 && worst.acknowledged > 0 ? 0 : 1;
