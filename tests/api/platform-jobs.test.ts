import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { JobRunner } from '../../api/src/platform/jobs/job-runner.js';
import { Jobs } from '../../api/src/platform/jobs/jobs.js';
import { defineTask } from '../../api/src/platform/jobs/task.js';
import { startTestApp, type TestApp, useTestApp } from '../support/test-app.js';

const rang = defineTask('probe-bell-rang', z.object({ times: z.int() }), { retryLimit: 2, retryDelaySeconds: 1 });
const t = useTestApp();
const heard: string[] = [];
let failures = 0;
let registered = false;

beforeEach(async () => {
  heard.length = 0;
  failures = 0;
  if (registered) return;
  registered = true;
  await listen(t);
});

async function listen(app: TestApp): Promise<void> {
  const jobs = app.get(Jobs);
  jobs.handle(rang, 'first', ({ times }) => {
    if (failures-- > 0) return Promise.reject(new Error('not yet'));
    heard.push(`first ${times}`);
    return Promise.resolve();
  });
  jobs.handle(rang, 'second', ({ times }) => {
    heard.push(`second ${times}`);
    return Promise.resolve();
  });
  await app.get(JobRunner).prepare();
}

const makeRetriesDue = () => t.db.query(`update pgboss.job set start_after = now() - interval '1 minute' where state = 'retry'`);

describe('background tasks', () => {
  test('a task planned in a transaction runs once for each of its handlers after the commit', async () => {
    await t.db.transaction(async (tx) => {
      await t.get(Jobs).enqueue(tx, rang, { times: 1 });
      await t.runJobs();
      expect(heard).toEqual([]);
    });
    await t.runJobs();
    await t.runJobs();
    expect(heard).toEqual(['first 1', 'second 1']);
  });

  test('a task disappears with the transaction that planned it', async () => {
    const undone = t.db.transaction(async (tx) => {
      await t.get(Jobs).enqueue(tx, rang, { times: 2 });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await t.runJobs();
    expect(heard).toEqual([]);
  });

  test('a task cannot be planned outside a transaction, nor with a payload that is not its own', async () => {
    await expect(t.get(Jobs).enqueue(t.db.manager, rang, { times: 3 })).rejects.toThrow(/transaction/);
    await expect(t.db.transaction((tx) => t.get(Jobs).enqueue(tx, rang, { times: 1.5 }))).rejects.toThrow(/int/);
  });

  test('a task that fails is tried again, without its neighbours being repeated', async () => {
    failures = 1;
    await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, rang, { times: 4 }));
    await t.runJobs();
    expect(heard).toEqual(['second 4']);
    await makeRetriesDue();
    await t.runJobs();
    expect(heard).toEqual(['second 4', 'first 4']);
  });

  test('a task that always fails stops after its last attempt and stays visible as failed', async () => {
    failures = 99;
    await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, rang, { times: 5 }));
    for (let attempt = 0; attempt < 5; attempt++) {
      await t.runJobs();
      await makeRetriesDue();
    }
    const [failed] = await t.db.query(`select retry_count, output from pgboss.job where state = 'failed'`);
    expect(failed).toMatchObject({ retry_count: 2, output: { message: 'not yet' } });
  });

  test('a burst of changes to one thing is handled once', async () => {
    for (const times of [6, 7, 8]) await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, rang, { times }, { key: 'bell' }));
    await t.runJobs();
    expect(heard).toEqual(['first 6', 'second 6']);
  });

  test('a change made while an older task waits is never forgotten: the task waits for its commit', async () => {
    await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, rang, { times: 9 }, { key: 'clock' }));
    await t.db.transaction(async (tx) => {
      await t.get(Jobs).enqueue(tx, rang, { times: 9 }, { key: 'clock' });
      await t.runJobs();
      expect(heard).toEqual([]);
    });
    await t.runJobs();
    expect(heard).toEqual(['first 9', 'second 9']);
  });

  test('two workers share the work: each task runs once', async () => {
    const other = await startTestApp({ beside: t });
    try {
      await listen(other);
      for (let times = 100; times < 120; times++) await t.db.transaction((tx) => t.get(Jobs).enqueue(tx, rang, { times }));
      await Promise.all([t.runJobs(), other.runJobs(), t.runJobs()]);
      expect(heard).toHaveLength(40);
      expect(new Set(heard).size).toBe(40);
    } finally {
      await other.close();
    }
  });
});

describe('work of every night', () => {
  const waiting = () =>
    t.db.query<{ due: Date }[]>(`select start_after as due from pgboss.job where name = 'apply-retention.daily' and state = 'created'`);
  const makeDue = () => t.db.query(`update pgboss.job set start_after = now() - interval '1 minute' where name = 'apply-retention.daily'`);

  test('is planned once, however many workers start', async () => {
    await Promise.all([t.get(Jobs).planDailies(), t.get(Jobs).planDailies()]);
    await t.get(Jobs).planDailies();
    expect(await waiting()).toHaveLength(1);
  });

  test('plans its next night when it runs, even when it fails', async () => {
    const rename = (from: string, to: string) => t.db.query(`alter table ${from} rename to ${to}`);
    await t.get(Jobs).planDailies();
    await rename('rate_limit', 'rate_limit_away');
    try {
      await makeDue();
      await t.runJobs();
    } finally {
      await rename('rate_limit_away', 'rate_limit');
    }
    const [failed] = await t.db.query(`select output from pgboss.job where name = 'apply-retention.daily' and state = 'retry'`);
    expect(failed.output.message).toContain('retention failed for 1 of');
    expect(await waiting()).toHaveLength(1);
  });
});
