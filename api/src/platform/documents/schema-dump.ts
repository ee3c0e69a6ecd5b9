import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const DEBIAN = '/usr/lib/postgresql';

/** Newest pg_dump of this machine, or null. PATH first; Debian keeps it outside PATH for people without a cluster. */
export function findPgDump(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...onPath];
  return folders.map((folder) => join(folder, 'pg_dump')).find((file) => existsSync(file)) ?? null;
}

/**
 * The structure of a database as text for reviewers, without what changes from one server to the next.
 * The queue's own tables are left out: its library owns them.
 */
export async function dumpSchema(pgDump: string, databaseUrl: string): Promise<string> {
  const args = ['--schema-only', '--no-owner', '--no-privileges', '--no-comments', '--exclude-schema=pgboss', `--dbname=${databaseUrl}`];
  const { stdout } = await promisify(execFile)(pgDump, args, { maxBuffer: 64 * 1024 * 1024 });
  const kept = stdout
    .split('\n')
    .filter((line) => !/^(--|SET |SELECT pg_catalog\.set_config|\\(un)?restrict)/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `-- Generated from the migrations by \`npm run generate\`, for review. Do not edit.\n\n${kept}\n`;
}
