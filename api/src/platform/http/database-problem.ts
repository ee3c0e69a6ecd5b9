import { problem, type Problem } from './problem.js';
import { CONSTRAINT_PROBLEMS, type ProblemCode } from './problem.table.js';

/** SQLSTATE (or network error) → problem, where the database's refusal is the reader's to hear. PostgreSQL manual, appendix A. */
const BY_SQLSTATE: Readonly<Record<string, ProblemCode>> = {
  '23001': 'rule-broken',
  '23503': 'rule-broken',
  '23505': 'already-exists',
  '23514': 'rule-broken',
  '23P01': 'already-exists',
  '40001': 'changed-meanwhile',
  '40P01': 'changed-meanwhile',
  '55P03': 'changed-meanwhile',
  '22003': 'invalid-input',
  '22007': 'invalid-input',
  '22008': 'invalid-input',
  '22021': 'invalid-input',
  '22P05': 'invalid-input',
  '57014': 'took-too-long',
};
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
]);
/** In the words of the driver, and of TypeORM, which gives a lost connection back before the next statement asks for it. */
const LOST_CONNECTION = /Connection terminated|timeout exceeded when trying to connect|Driver not Connected|not queryable|already released/;
const RETRY_SOON = { headers: { 'Retry-After': '5' } };

export function databaseProblem(error: unknown): Problem {
  if (!(error instanceof Error)) return problem('unexpected');
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  if (typeof constraint === 'string' && CONSTRAINT_PROBLEMS[constraint]) return problem(CONSTRAINT_PROBLEMS[constraint]);
  if ((typeof code === 'string' && UNAVAILABLE.has(code)) || LOST_CONNECTION.test(error.message))
    return problem('database-unavailable', RETRY_SOON);
  const known = typeof code === 'string' ? BY_SQLSTATE[code] : undefined;
  if (known === 'took-too-long') return problem(known, RETRY_SOON);
  return problem(known ?? 'unexpected');
}
