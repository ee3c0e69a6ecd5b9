import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

// Time and memory of the imports of real files, each in a process of its own as people run them. Times are also given relative to the
// first load of territories in the same run, because machines differ; memory is the program's own peak, the database not counted.
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, process.env.API_DIST ?? 'api/dist', 'cli.js');
const data = process.env.SHARED_DATA ?? join(root, '../shared/data');
const database = `terrain_bench_${randomBytes(4).toString('hex')}`;
const url = new URL(process.env.DATABASE_URL ?? '');

const steps = [
  ['migrate'],
  ['territories', 'load'],
  ['import', 'territories', 'territoires/communes.csv.gz'],
  ['import', 'stops', 'mobilite/ter_arrets_passages_2025.csv.gz'],
  ['import', 'stations', 'gares/liste-des-gares.csv.gz'],
  ['import', 'friches', 'friches/cartofriches_2024-03.csv.gz'],
  ['import', 'friches', 'friches/friches-standard_extrait_cnig.csv.gz'],
  ['import', 'stations', 'gares/liste-des-gares.csv.gz'],
  ['import', 'friches', 'friches/cartofriches_2024-03.csv.gz'],
];

/** The child prints its peak memory when it ends; the command itself needs no instrument. */
const WATCH = `data:text/javascript,process.on('exit',()=>console.error('PEAK '+process.resourceUsage().maxRSS))`;

function run(words) {
  const args = words.map((word) => (word.endsWith('.gz') ? join(data, word) : word));
  const target = new URL(url);
  target.pathname = `/${database}`;
  const startedAt = performance.now();
  const done = spawnSync(process.execPath, ['--import', WATCH, cli, ...args], {
    env: { ...process.env, DATABASE_URL: target.href },
    encoding: 'utf8',
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}`);
  const peakMb = Math.round(Number(/PEAK (\d+)/.exec(done.stderr)?.[1] ?? 0) / 1024);
  return { what: words.join(' '), seconds, peakMb };
}

async function onServer(sql) {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}

if (!existsSync(join(data, 'gares'))) {
  console.log(`skipped: the real files are not in ${data} (SHARED_DATA)`);
} else {
  await onServer(`create database ${database}`);
  try {
    let unit = 0;
    console.log('| step | seconds | × territories load | peak MB |\n| --- | ---: | ---: | ---: |');
    for (const words of steps) {
      const { what, seconds, peakMb } = run(words);
      if (words[0] === 'territories') unit = seconds;
      const ratio = unit > 0 ? (seconds / unit).toFixed(2) : '–';
      console.log(`| ${what} | ${seconds.toFixed(1)} | ${ratio} | ${peakMb} |`);
    }
  } finally {
    await onServer(`drop database if exists ${database} with (force)`);
  }
}
