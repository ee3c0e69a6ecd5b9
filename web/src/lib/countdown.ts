const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface TimeLeft {
  readonly unit: 'days' | 'hours' | 'minutes' | 'seconds' | 'over';
  readonly count: number;
}

/** Days while there are two, hours while there are two, minutes while there are two: what one can still do with the time left. */
export function timeLeft(leftMs: number): TimeLeft {
  if (leftMs <= 0) return { unit: 'over', count: 0 };
  if (leftMs >= 2 * DAY_MS) return { unit: 'days', count: Math.floor(leftMs / DAY_MS) };
  if (leftMs >= 2 * HOUR_MS) return { unit: 'hours', count: Math.floor(leftMs / HOUR_MS) };
  if (leftMs >= 2 * MINUTE_MS) return { unit: 'minutes', count: Math.floor(leftMs / MINUTE_MS) };
  return { unit: 'seconds', count: Math.ceil(leftMs / 1_000) };
}
