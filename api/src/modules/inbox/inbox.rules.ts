/** After a letter, what happens within this time waits and comes together. */
export const QUIET_MS = 600_000;

/** When the next letter may leave. Null: now. */
export function quietUntil(mailedAt: Date | null, now: Date): Date | null {
  if (mailedAt === null) return null;
  const end = new Date(mailedAt.getTime() + QUIET_MS);
  return end > now ? end : null;
}

interface ToMail {
  readonly id: string;
  readonly kind: string;
  readonly thingId: string;
  readonly count: number;
}

/** What a letter says, the oldest first: of several of one kind that collapses about one thing, the last, which counts them all. */
export function collapsed<Notice extends ToMail>(notices: readonly Notice[], collapses: (kind: Notice['kind']) => boolean): Notice[] {
  const last = new Map<string, Notice>();
  for (const notice of notices) {
    const key = collapses(notice.kind) ? `${notice.kind} ${notice.thingId}` : notice.id;
    last.delete(key);
    last.set(key, notice);
  }
  return [...last.values()];
}
