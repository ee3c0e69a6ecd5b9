import type { ProblemLine } from './problem.line.js';

/** What people are told, and what they write to one another. */
export const INBOX_PROBLEMS = {
  'letter-not-silenced': {
    status: 409,
    fr: [
      'Ce message arrive toujours',
      'Un droit ou un délai en dépend : il ne peut pas être coupé. Les autres sortes de messages se règlent une par une.',
    ],
    en: ['This message always arrives', 'A right or a term depends on it: it cannot be turned off. The other kinds can, one by one.'],
  },
} as const satisfies Record<string, ProblemLine>;
