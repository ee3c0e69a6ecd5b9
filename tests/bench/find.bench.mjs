import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { percentile, timed } from './support/load.mjs';
import { generateListing } from './support/listing.mjs';
import { cli, startApi } from './support/program.mjs';
import { bestTimes, clock, recorded } from './support/recorded.mjs';
import { replay } from './support/replay.mjs';
import { report } from './support/report.mjs';

// Finding among a million generated places: words, facets, zones, the map at every zoom, a page of a place, an export.
const asked = process.argv.find((word) => word.startsWith('--places='));
const PLACES = Number(asked?.slice('--places='.length) ?? 1_000_000);
const port = Number(process.env.BENCH_PORT ?? 4962);
const database = `terrain_bench_${randomBytes(4).toString('hex')}`;
const server = new URL(process.env.DATABASE_URL ?? '');
const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
const said = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
const box = (lon, lat, degrees) =>
  [lon - degrees, lat - degrees / 2, lon + degrees, lat + degrees / 2].map((one) => one.toFixed(4)).join(',');
const zone = (lon, lat) => [lon - 0.4, lat - 0.2, lon + 0.4, lat - 0.25, lon + 0.1, lat + 0.3].map((one) => one.toFixed(4)).join(',');

/** The tile of that zoom where a point lies. */
function tile(z, lon, lat) {
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
  return `/api/sites/tiles/${z}/${Math.floor(((lon + 180) / 360) * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
}

/** What people ask, and around how many places each is asked. */
function questions(communes) {
  const each = (ask) => communes.map((commune) => ask(commune));
  return {
    'list with facets, whole country': [{ path: '/api/sites' }],
    'a common word (one place in eight)': [{ path: '/api/sites?q=halle' }],
    'name of a commune': each(({ name }) => ({ path: `/api/sites?q=${encodeURIComponent(name)}` })),
    'the same, its last letter missing': each(({ name }) => ({ path: `/api/sites?q=${encodeURIComponent(name.slice(0, -1))}` })),
    'department, kind and floor area, with facets': each(({ department }) => ({
      path: `/api/sites?territory=department:${department}&kind=workshop,goods_shed&areaMinM2=150`,
    })),
    'radius of 20 km, nearest first': each(({ lon, lat }) => ({ path: `/api/sites?near=${lon},${lat}&radiusKm=20&sort=distance` })),
    'drawn zone': each(({ lon, lat }) => ({ path: `/api/sites?zone=${zone(lon, lat)}` })),
    'map, whole country (z 5)': [{ path: '/api/sites/map?bbox=-5.3,41.2,9.8,51.2&zoom=5' }],
    'map, a region (z 8)': each(({ lon, lat }) => ({ path: `/api/sites/map?bbox=${box(lon, lat, 2)}&zoom=8` })),
    'map, a town (z 12)': each(({ lon, lat }) => ({ path: `/api/sites/map?bbox=${box(lon, lat, 0.15)}&zoom=12` })),
    ...Object.fromEntries([0, 3, 5, 8, 10, 11, 12, 14].map((z) => [`tile, z ${z}`, each(({ lon, lat }) => ({ path: tile(z, lon, lat) }))])),
    'tile of a kind, z 8': each(({ lon, lat }) => ({ path: `${tile(8, lon, lat)}?kind=workshop` })),
    'page of a place': each(({ site }) => ({ path: `/api/sites/${site}` })),
    'export of a drawn zone (GeoJSON)': each(({ lon, lat }) => ({ path: `/api/sites/export.geojson?zone=${zone(lon, lat)}` })).slice(0, 2),
  };
}

const onServer = new pg.Client({ connectionString: server.href });
await onServer.connect();
await onServer.query(`create database ${database}`);
const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c jit=off' });
pool.on('error', () => undefined);
try {
  cli(url, 'migrate');
  cli(url, 'territories', 'load');
  said(`generating ${PLACES} places`);
  const db = await pool.connect();
  await generateListing(db, PLACES);
  const { rows: communes } =
    await db.query(`select c.name, c.department_code as department, round(st_x(c.point)::numeric, 4)::float8 as lon,
    round(st_y(c.point)::numeric, 4)::float8 as lat, (select site_id from site_listing l where l.commune_id = c.id limit 1) as site
    from territory c where c.kind = 'commune' and c.point is not null and length(c.department_code) = 2 and length(c.name) > 6
    order by md5(c.id) limit 5`);
  db.release();
  const groups = Object.entries(questions(communes));
  const requests = groups.flatMap(([, list]) => list);
  said('recording');
  const plans = await recorded(url, port, requests);
  said('measuring');
  const api = await startApi(url, port);
  const viaApi = Array.from({ length: requests.length }, () => Infinity);
  const bare = await bestTimes(requests.length, async (i) => {
    viaApi[i] = Math.min(viaApi[i], await timed({ ...requests[i], port }));
    return clock(() => replay(pool, plans[i]));
  });
  const national = await fetch(`http://127.0.0.1:${port}/api/sites/map?bbox=-5.3,41.2,9.8,51.2&zoom=5`);
  const nationalKb = Math.round((await national.arrayBuffer()).byteLength / 1000);
  const sizes = await Promise.all(
    requests
      .filter(({ path }) => path.includes('/tiles/'))
      .map(async ({ path }) => (await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer()).byteLength),
  );
  await api.stop();
  let from = 0;
  const rows = groups.map(([name, list]) => {
    const [mine, theirs] = [viaApi, bare].map((times) => times.slice(from, from + list.length));
    from += list.length;
    const [a, b] = [percentile(mine, 0.5), percentile(theirs, 0.5)];
    return [name, '≤ 2', `${(a / b).toFixed(2)} (${a.toFixed(0)} / ${b.toFixed(0)} ms); slowest ${Math.max(...mine).toFixed(0)} ms`];
  });
  report({
    name: 'find',
    title: 'Finding among a million places',
    command: `npm run bench -- find${asked ? ` ${asked}` : ''}`,
    notes: `${PLACES} generated places around the communes of the official table, a fifth of the facts unknown. Each line: the API with one client / the statements it was seen to send, replayed with the same parameters; medians over the requests of the line, best of three for each. Other programs were using the same processors: read the ratios.`,
    rows: [
      ...rows,
      ['6 · size of the map of the whole country', '≤ 500 kB', `${nationalKb} kB`],
      ['6 · heaviest of the tiles', '≤ 500 kB', `${Math.ceil(Math.max(...sizes) / 1000)} kB`],
    ],
  });
} finally {
  await pool.end();
  await onServer.query(`drop database if exists ${database} with (force)`);
  await onServer.end();
}
