import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DOCUMENTS } from '../../api/src/generate.commands.js';
import { dumpSchema, findPgDump } from '../../api/src/platform/documents/schema-dump.js';
import { CONSTRAINT_PROBLEMS, PROBLEMS } from '../../api/src/platform/http/problem.table.js';
import { useTestApp } from '../support/test-app.js';

const root = join(__dirname, '../..');
const t = useTestApp({ environment: { PORT: '3000' } });
const committed = (path: string) => readFileSync(join(root, path), 'utf8');

describe('documents written from the code are up to date (npm run generate)', () => {
  test.each(DOCUMENTS.map(({ path, render }) => ({ path, render })))('$path', ({ path, render }) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(committed(path)).toBe(render(t.app));
  });

  const pgDump = findPgDump();
  if (pgDump === null) process.stdout.write('skipped: api/src/database/schema.sql cannot be compared, pg_dump is not installed\n');
  (pgDump === null ? test.skip : test)('api/src/database/schema.sql is what the migrations make', async () => {
    expect(committed('api/src/database/schema.sql')).toBe(await dumpSchema(pgDump!, t.config.database.url));
  });
});

describe('the database and the code tell the same story', () => {
  test('entities ask for no change of the migrated database', async () => {
    const { upQueries } = await t.db.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('every constraint that has its own problem exists in the database', async () => {
    const known = await t.db.query<{ name: string }[]>(
      `select conname as name from pg_constraint union select indexname from pg_indexes where indexdef like '%UNIQUE%'`,
    );
    const raisedByTriggers = ['journal_append_only', 'membership_keeps_administrator', 'call_frozen', 'agreement_signed_stays'];
    const names = new Set([...known.map(({ name }) => name), ...raisedByTriggers]);
    expect(Object.keys(CONSTRAINT_PROBLEMS).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('problems are worth reading', () => {
  test.each(Object.entries(PROBLEMS))('%s has a title and an instruction in both languages', (code, line) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(line.status).toBeGreaterThanOrEqual(400);
    for (const [title, whatToDo] of [line.fr, line.en]) {
      expect(title.length).toBeGreaterThan(4);
      expect(whatToDo).toMatch(/[.!]$/);
    }
    expect(line.fr).not.toEqual(line.en);
  });
});
