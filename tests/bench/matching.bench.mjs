import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { percentile, throughput, timed } from './support/load.mjs';
import { listRequests, needsAround, tryRequests } from './support/needs.mjs';
import { generatePlaces, multiplyMatches } from './support/places.mjs';
import { cli, startApi, startBare } from './support/program.mjs';
import { bestTimes, clock, recorded } from './support/recorded.mjs';
import { replay } from './support/replay.mjs';
import { report } from './support/report.mjs';

// The matching engine and the place list on generated places, against the very statements they send (performance figures 1, 2, 3, 5 and 8).
const full = process.argv.includes('--full');
const [PLACES, SECONDS, ROUNDS, NEEDS_CHECKED] = [100_000, 3, 3, full ? 10_000 : 500];
const port = Number(process.env.BENCH_PORT ?? 4961);
const database = `terrain_bench_${randomBytes(4).toString('hex')}`;
const server = new URL(process.env.DATABASE_URL ?? '');
const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
const isRanking = ({ text }) => text.includes('placed as (');
const isWhatIf = ({ text }) => text.includes('kept_out as materialized');
const two = (value) => value.toFixed(2);

/** API and bare server in turn; the median of the rounds. */
async function figure1(api, requests, plans) {
  const bare = await startBare(url, plans);
  const sides = [requests.map((one) => ({ ...one, port: api.port })), requests.map((_, index) => ({ path: `/${index}`, port: bare.port }))];
  for (const side of sides) await throughput(side, 1);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push([await throughput(sides[0], SECONDS), await throughput(sides[1], SECONDS)]);
  await bare.stop();
  const middle = (pick) => percentile(rounds.map(pick), 0.5);
  return `${two(middle(([a, b]) => a / b))} (${middle(([a]) => a).toFixed(0)} / ${middle(([, b]) => b).toFixed(0)} req/s)`;
}

const onServer = new pg.Client({ connectionString: server.href });
await onServer.connect();
await onServer.query(`create database ${database}`);
const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c jit=off' });
pool.on('error', () => undefined);
const db = new pg.Client({ connectionString: url, options: '-c jit=off' });
try {
  const said = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
  cli(url, 'migrate');
  cli(url, 'territories', 'load');
  said('checking against brute force');
  const differences = /differences \d+/.exec(cli(url, 'match', 'verify', '--needs', String(NEEDS_CHECKED)))?.[0];
  said('generating places');
  await db.connect();
  await generatePlaces(db, PLACES);
  const { rows: communes } = await db.query(`select department_code as department, round(st_x(point)::numeric, 4)::float8 as lon,
    round(st_y(point)::numeric, 4)::float8 as lat from territory where kind = 'commune' and point is not null and length(department_code) = 2
    order by md5(id) limit 5`);
  said('recording');
  const [tries, lists] = [tryRequests(needsAround(communes)), listRequests(communes)];
  const plans = await recorded(url, port, [...tries, ...lists]);
  const [tryPlans, listPlans] = [plans.slice(0, tries.length), plans.slice(tries.length)];
  const ranking = tryPlans.map((plan) => plan.filter(isRanking));
  const whatIf = tryPlans.map((plan) => plan.filter(isWhatIf));
  said('measuring');
  const api = await startApi(url, port);
  const rates = [await figure1(api, tries, tryPlans), await figure1(api, lists, listPlans)];
  const viaApi = [];
  const bare = await bestTimes(tries.length, async (i) => {
    viaApi[i] = Math.min(viaApi[i] ?? Infinity, await timed({ ...tries[i], port }));
    return clock(() => replay(pool, tryPlans[i]));
  });
  await api.stop();
  const timesOf = (asked) => bestTimes(asked.length, (i) => clock(() => replay(db, asked[i])));
  const [q1, q3] = [await timesOf(ranking), await timesOf(whatIf)];
  const [q1p95, q3p95] = [percentile(q1, 0.95), percentile(q3, 0.95)];
  let growth = 'not measured: run with `--full`';
  if (full) {
    said('ten times as many');
    await multiplyMatches(db);
    const many = percentile(await timesOf(ranking), 0.95);
    growth = `${two(many / q1p95)} (${many.toFixed(1)} / ${q1p95.toFixed(1)} ms)`;
  }
  const [a, b, c] = [viaApi, bare, q1].map((times) => percentile(times, 0.5));
  report({
    name: 'matching',
    title: 'Matching and place list',
    command: `npm run bench -- matching${full ? ' --full' : ''}`,
    notes: `${PLACES} generated places around the communes of the official table, a fifth of the facts unknown; ${tries.length} needs (department, circle of 40 km, both at once; floor area, budget, features and kinds asked). “Bare” replays the statements the API was seen to send, with the same parameters, in the same order and as parallel. Best of three per need; other programs were using the same processors.`,
    rows: [
      ['1 · API / bare http + pg, 8 clients: try a need', '≥ 0.85', rates[0]],
      ['1 · API / bare http + pg, 8 clients: place list', '≥ 0.85', rates[1]],
      ['1 · tile z12', '≥ 0.85', 'not measured yet: not part of this bench'],
      ['2 · API p50 / all its SQL p50, one client: try a need', '≤ 2', `${two(a / b)} (${a.toFixed(1)} / ${b.toFixed(1)} ms)`],
      ['2 · … / the ranking statement alone (Q1)', '≤ 2', `${two(a / c)} (${a.toFixed(1)} / ${c.toFixed(1)} ms)`],
      ['3 · ranking p95 at 1 M places / at 100 k', '≤ 4', growth],
      ['4 · projects for a place at 200 k projects / ranking', '≤ 1', 'not measured yet: no generated projects'],
      ['5 · what-if p95 (all conditions) / ranking p95', '≤ 20', `${two(q3p95 / q1p95)} (${q3p95.toFixed(1)} / ${q1p95.toFixed(1)} ms)`],
      ['6 · tiles', '≤ 500 KB; ≤ 2', 'see “Finding among a million places”'],
      ['7 · search while 1 000 places are matched', '≤ 2', 'not measured yet: not part of this bench'],
      ['8 · fast path = brute force, made-up places', '0 differences', `${differences}, ${NEEDS_CHECKED} needs`],
      ['8 · … on real data, and at 1 M places', '0 differences', 'not measured yet in this bench'],
      ['10 · memory after 30 min of mixed load', '< 300 MB', 'not measured yet: needs a run of half an hour'],
    ],
  });
} finally {
  await db.end();
  await pool.end();
  await onServer.query(`drop database if exists ${database} with (force)`);
  await onServer.end();
}
