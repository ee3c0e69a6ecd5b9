import { setTimeout as pause } from 'node:timers/promises';
import { timed } from './load.mjs';
import { startApi } from './program.mjs';

/** What the API sends for each request, asked one at a time. */
export async function recorded(url, port, requests) {
  let heard = [];
  const api = await startApi(url, port, (statement) => heard.push(statement));
  const plans = [];
  for (const request of requests) {
    await pause(30);
    heard = [];
    await timed({ ...request, port });
    await pause(30);
    plans.push(heard.filter(({ text }) => !text.includes('pgboss')).sort((a, b) => a.from - b.from));
  }
  await api.stop();
  return plans;
}

/** Best of three for each request, in milliseconds. */
export async function bestTimes(count, once) {
  const best = Array.from({ length: count }, () => Infinity);
  for (let pass = 0; pass < 3; pass += 1) for (let i = 0; i < count; i += 1) best[i] = Math.min(best[i], await once(i));
  return best;
}

export async function clock(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
