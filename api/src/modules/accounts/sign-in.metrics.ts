import { Counter } from 'prom-client';
import { metrics } from '../../platform/observability/metrics.js';

/** Attempts by outcome, without anyone's name: what shows that someone is trying passwords. */
export const signInAttempts = new Counter({
  name: 'sign_in_attempts_total',
  help: 'Attempts to sign in, by way and outcome',
  labelNames: ['way', 'outcome'] as const,
  registers: [metrics],
});
