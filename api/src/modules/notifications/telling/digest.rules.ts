import { lastParisHour, lastParisWeekday } from '../../../platform/paris-time.js';
import type { Frequency } from '../follow.vocabulary.js';

/** Seven in the morning, in France; on Mondays for those who asked for one letter a week. */
export const DIGEST_HOUR = 7;
const MONDAY = 1;

/** Why letters are being written: something has just happened, or it is the hour of the digests. */
export type Occasion = 'at_once' | 'digest';

/** After a letter left at once, what follows within this time waits and comes together. */
export const QUIET_MS = 600_000;

interface Rhythm {
  readonly frequency: Frequency;
  readonly activeSince: Date;
  readonly digestedAt: Date | null;
}

/** The instant since which a digest of this frequency is owed. What could not be told at once is owed every day. */
export function digestOpening(frequency: Frequency, now: Date): Date {
  return frequency === 'weekly' ? lastParisWeekday(MONDAY, DIGEST_HOUR, now) : lastParisHour(DIGEST_HOUR, now);
}

/**
 * Whether this subscription is looked at now. A digest is owed once per window however often, or late, the task runs; a subscription
 * younger than the window waits for the next.
 */
export function isDue({ frequency, activeSince, digestedAt }: Rhythm, occasion: Occasion, now: Date): boolean {
  if (occasion === 'at_once') return frequency === 'at_once';
  return (digestedAt ?? activeSince) < digestOpening(frequency, now);
}

/** When the next letter at once may leave. Null: now. */
export function quietUntil(toldAt: Date | null, now: Date): Date | null {
  if (toldAt === null) return null;
  const end = new Date(toldAt.getTime() + QUIET_MS);
  return end > now ? end : null;
}

/** Whether a notice that concerns a subscription is told on this occasion. */
export function isTold(kind: { readonly frequencies: readonly Frequency[] }, frequency: Frequency, occasion: Occasion): boolean {
  return occasion === 'digest' || kind.frequencies.includes(frequency);
}
