import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../api/src/database/data-source.js';
import { migrate } from '../../api/src/database/migrate.js';

const SOURCES = join(__dirname, '../../api/src');

/** `empty`: migrated only. `demo`: with the official territories and the demonstration, as after a first `npm start`. */
export type Content = 'empty' | 'demo';

interface Template {
  /** Made from this one, when given, rather than from nothing. */
  readonly from?: Content;
  /** What the content depends on: a template is remade when one of these files changes, not at every run. */
  readonly sources: () => string[];
  readonly fill: (url: string) => Promise<unknown>;
}

export const TEMPLATES: Readonly<Record<Content, Template>> = {
  empty: {
    sources: () => filesUnder('database').filter((file) => !file.startsWith('database/demo/')),
    fill: migrate,
  },
  demo: { from: 'empty', sources: () => [...filesUnder('database'), ...filesUnder('modules')], fill: fillWithDemo },
};

export function templateName(content: Content): string {
  const hash = createHash('sha256');
  for (const file of TEMPLATES[content].sources().sort()) hash.update(file).update(readFileSync(join(SOURCES, file)));
  return `${templatePrefix(content)}${hash.digest('hex').slice(0, 12)}`;
}

export function templatePrefix(content: Content): string {
  return `terrain_template_${content}_`;
}

function filesUnder(folder: string): string[] {
  const names = readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).map((name) => `${folder}/${name}`);
}

async function fillWithDemo(url: string): Promise<void> {
  const { loadDemo } = await import('../../api/src/database/demo/demo.load.js');
  const options = dataSourceOptions({ url, poolMax: 2, statementTimeoutMs: 0 }, 'terrain-template');
  const dataSource = await new DataSource(options).initialize();
  try {
    await dataSource.transaction((tx) => loadDemo(tx, new Date('2026-11-23T10:00:00.000Z')));
    await dataSource.query('analyze');
  } finally {
    await dataSource.destroy();
  }
}
