import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Act } from '../../api/src/platform/journal/act.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp({ environment: { DATABASE_POOL_MAX: '5' } });
const act = (n: number, more: Partial<Act> = {}): Act => ({
  actor: { kind: 'person', id: `agent-${n}` },
  action: 'publish-site',
  thing: { kind: 'site', id: `site-${n}` },
  from: 'draft',
  to: 'published',
  facts: { areaM2: 220.5, names: ['Gare', 'Halle'], nested: { b: 1, a: null } },
  ...more,
});
const record = (...acts: Act[]) =>
  t.db.transaction(async (tx) => {
    for (const one of acts) await t.get(Journal).recordAct(tx, one);
  });
const verify = () => t.get(Journal).verify(t.db.manager);

/** What only someone with full rights on the database could do: put the guards to sleep, change, wake them up. */
async function tamper(sql: string): Promise<void> {
  await t.db.transaction(async (tx) => {
    await tx.query('alter table journal_act disable trigger all');
    await tx.query(sql);
    await tx.query('alter table journal_act enable trigger all');
  });
}

afterEach(async () => {
  await tamper(`delete from journal_act; update journal_head set seq = 0, hash = repeat('0', 64)`);
});

describe('the journal of acts', () => {
  test('an empty journal is intact, and stays so as acts are added', async () => {
    expect(await verify()).toMatchObject({ intact: true, acts: 0 });
    await record(act(1), act(2, { why: 'Délibération n° 12', organisationId: 'org-1' }));
    await record(act(3));
    expect(await verify()).toMatchObject({ intact: true, acts: 3 });
  });

  test('an act exists only if the change it tells does', async () => {
    const undone = t.db.transaction(async (tx) => {
      await t.get(Journal).recordAct(tx, act(1));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await expect(t.get(Journal).recordAct(t.db.manager, act(1))).rejects.toThrow(/transaction/);
    expect(await verify()).toMatchObject({ intact: true, acts: 0 });
  });

  test.each([
    ['update journal_act set why = $$rewritten$$ where seq = 1'],
    ['delete from journal_act where seq = 1'],
    ['truncate journal_act'],
    ['delete from journal_head'],
    ['truncate journal_head'],
  ])('the database itself refuses: %s', async (sql) => {
    await record(act(1));
    await expect(t.db.query(sql)).rejects.toThrow(/append-only/);
  });

  test.each([
    ['a reason rewritten', 'update journal_act set why = $$rewritten$$ where seq = 3', 3, 'altered'],
    ['an instant moved by a millisecond', `update journal_act set at = at + interval '1 millisecond' where seq = 2`, 2, 'altered'],
    ['a fact changed', `update journal_act set facts = facts || '{"areaM2": 220.6}' where seq = 4`, 4, 'altered'],
    ['an actor removed', 'update journal_act set actor_id = null where seq = 1', 1, 'altered'],
    ['an act removed', 'delete from journal_act where seq = 3', 3, 'removed'],
    ['the first act removed', 'delete from journal_act where seq = 1', 1, 'removed'],
    ['the last act removed', 'delete from journal_act where seq = 5', 5, 'removed'],
    [
      'two acts exchanged',
      'update journal_act set seq = case seq when 2 then -3 else -2 end where seq in (2, 3); update journal_act set seq = -seq where seq < 0',
      2,
      'altered',
    ],
    ['the head put back', 'update journal_head set seq = 4', 5, 'head-mismatch'],
  ])('%s is found and named', async (_case, sql, seq, fault) => {
    await record(act(1), act(2), act(3), act(4), act(5));
    await tamper(sql);
    expect(await verify()).toMatchObject({ intact: false, seq, fault });
  });

  test('many writers at once make one chain', async () => {
    await Promise.all(Array.from({ length: 24 }, (_, n) => record(act(n), act(n + 100))));
    expect(await verify()).toMatchObject({ intact: true, acts: 48 });
  });

  test('whatever the words and figures of an act, storing it does not change its hash', async () => {
    const fact = fc.jsonValue({ noUnicodeString: false }).filter((value) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value)));
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => !/[\0\p{Surrogate}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(word, fc.dictionary(word, fact, { maxKeys: 4 }), async (why, facts) => {
        await record(act(1, { why, facts: facts as Act['facts'] & object }));
        expect(await verify()).toMatchObject({ intact: true });
      }),
      { numRuns: 60 },
    );
  });
});
