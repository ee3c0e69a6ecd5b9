import { describe, expect, test } from '@jest/globals';
import { toProblem } from '../../api/src/platform/http/problem.filter.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const problemOf = async (sql: string) =>
  toProblem(
    await t.db.query(sql).then(
      () => null,
      (error: unknown) => error,
    ),
  );

describe('what the database refuses is said in people’s words', () => {
  test.each([
    ['the same thing twice', 'insert into journal_head values (1, 0, repeat($$0$$, 64))', 'already-exists', 409],
    ['a broken rule', 'insert into journal_head values (2, 0, $$x$$)', 'rule-broken', 409],
    ['a change of the journal', 'delete from journal_head', 'forbidden', 403],
    ['a number too big for its column', 'select 99999999999::int', 'invalid-input', 422],
    ['a mistake of ours', 'select * from castles', 'unexpected', 500],
  ])('%s', async (_case, sql, code, status) => {
    expect(await problemOf(sql)).toMatchObject({ code, status });
  });

  test('a query that lasts too long asks to narrow the search and says when to come back', async () => {
    const runner = t.db.createQueryRunner();
    try {
      await runner.query(`set statement_timeout = 30`);
      const refused = toProblem(
        await runner.query('select pg_sleep(5)').then(
          () => null,
          (error: unknown) => error,
        ),
      );
      expect(refused).toMatchObject({ code: 'took-too-long', status: 503, details: { headers: { 'Retry-After': '5' } } });
    } finally {
      await runner.query('reset statement_timeout');
      await runner.release();
    }
  });

  test('a database that closed the connection between two statements of a transaction is a pause of the service too', async () => {
    const refused = t.db.transaction(async (tx) => {
      const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      await t.db.query('select pg_terminate_backend($1)', [pid]);
      await new Promise((told) => setTimeout(told, 100));
      await tx.query('select 1');
    });
    const error: unknown = await refused.catch((cause: unknown) => cause);
    expect(toProblem(error)).toMatchObject({ code: 'database-unavailable', status: 503, details: { headers: { 'Retry-After': '5' } } });
  });

  test('a database that is gone is a pause of the service, not an error of the visitor', () => {
    const refusedConnection = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(toProblem(refusedConnection)).toMatchObject({ code: 'database-unavailable', status: 503 });
  });
});
