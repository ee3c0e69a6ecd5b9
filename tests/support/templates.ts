import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions } from '../../api/src/database/data-source.js';
import { migrate } from '../../api/src/database/migrate.js';

/** When the fixed clock of tests begins (fixed-clock.ts). */
const CLOCK_START = new Date('2026-11-23T10:00:00.000Z');
const SOURCES = join(__dirname, '../../api/src');

/**
 * `empty`: migrated, nothing in it. `territories`: with the official territories. `demo`: with the demonstration too, as after a first `npm start` on the day
 * the tests' clock begins. `today`: the same after a first start today, for programs that live by the real clock. `friches`: with territories and the
 * national inventory of brownfields, whose import takes a minute; what it reported is in `testing.reported`.
 */
export type Content = 'empty' | 'territories' | 'demo' | 'today' | 'friches';

interface Template {
  /** Made from this one, when given, rather than from nothing. */
  readonly from?: Content;
  /** What the content depends on: a template is remade when one of these files changes, not at every run. */
  readonly sources: () => string[];
  /** Anything else it depends on. */
  readonly variant?: () => string;
  readonly fill: (url: string) => Promise<unknown>;
}

export const TEMPLATES: Readonly<Record<Content, Template>> = {
  empty: {
    sources: () => filesUnder('database').filter((file) => !file.startsWith('database/demo/')),
    fill: fillWithSchema,
  },
  territories: {
    from: 'empty',
    sources: () => [...filesUnder('database'), ...filesUnder('modules/territories')],
    fill: (url) => within(url, fillWithTerritories),
  },
  demo: { from: 'territories', sources: everySource, fill: (url) => within(url, (tx) => fillWithDemo(tx, CLOCK_START)) },
  today: {
    from: 'territories',
    sources: everySource,
    variant: () => new Date().toISOString().slice(0, 10),
    fill: (url) => within(url, (tx) => fillWithDemo(tx, new Date())),
  },
  friches: { from: 'territories', sources: everySource, fill: fillWithFriches },
};

/** A file of the shared real data, or null on a machine that does not have them. */
export function sharedFile(name: string): string | null {
  const path = join(process.env['SHARED_DATA'] ?? join(__dirname, '../../../shared/data'), name);
  return existsSync(path) ? path : null;
}
export const NATIONAL_FRICHES = 'friches/cartofriches_2024-03.csv.gz';

export function templateName(content: Content): string {
  const { sources, variant } = TEMPLATES[content];
  const hash = createHash('sha256').update(variant?.() ?? '');
  for (const file of sources().sort()) hash.update(file).update(readFileSync(join(SOURCES, file)));
  return `${templatePrefix(content)}${hash.digest('hex').slice(0, 12)}`;
}

export function templatePrefix(content: Content): string {
  return `terrain_template_${content}_`;
}

function filesUnder(folder: string): string[] {
  const names = readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).map((name) => `${folder}/${name}`);
}

function everySource(): string[] {
  return [...filesUnder('database'), ...filesUnder('modules')];
}

/** The command line's own work, reported for those who look at it. Asked for only where the file is. */
async function fillWithFriches(url: string): Promise<void> {
  const { importOnce } = await import('./import-once.js');
  await importOnce(url, 'friches', sharedFile(NATIONAL_FRICHES) ?? '', CLOCK_START);
}

/** With the queues of background tasks too, which a start makes when they are missing: half a second for each application under test. */
async function fillWithSchema(url: string): Promise<void> {
  await migrate(url);
  const { prepareQueues } = await import('./prepare-queues.js');
  await prepareQueues(url);
}

/** Fills the database in one transaction, then tells the planner what is there. */
async function within(url: string, fill: (tx: EntityManager) => Promise<unknown>): Promise<void> {
  const options = dataSourceOptions({ url, poolMax: 2, statementTimeoutMs: 0 }, 'terrain-template');
  const dataSource = await new DataSource(options).initialize();
  try {
    await dataSource.transaction(fill);
    await dataSource.query('analyze');
  } finally {
    await dataSource.destroy();
  }
}

/** Loaded only by the run that makes the template: the modules behind are many. */
async function fillWithTerritories(tx: EntityManager): Promise<unknown> {
  const { loadTerritories } = await import('../../api/src/modules/territories/territories.load.js');
  return loadTerritories(tx, CLOCK_START);
}

async function fillWithDemo(tx: EntityManager, at: Date): Promise<unknown> {
  const { loadDemo } = await import('../../api/src/database/demo/demo.load.js');
  return loadDemo(tx, at);
}
