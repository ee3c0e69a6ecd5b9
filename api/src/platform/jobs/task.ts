import type { z } from 'zod';

export interface TaskOptions {
  /** Attempts after the first failure, with growing delays. */
  readonly retryLimit?: number;
  readonly retryDelaySeconds?: number;
  /** A run longer than this is given to another worker. */
  readonly expireInSeconds?: number;
}

/**
 * A piece of work for later, or an announcement others react to. The payload holds ids only: things may change before it runs,
 * and a task must be able to run twice.
 * @example export const sitePublished = defineTask('site-published', z.object({ siteId: id }));
 */
export interface Task<Payload extends object> {
  readonly name: string;
  readonly payload: z.ZodType<Payload, Payload>;
  readonly options: Required<TaskOptions>;
}

export function defineTask<Payload extends object>(
  name: string,
  payload: z.ZodType<Payload, Payload>,
  options: TaskOptions = {},
): Task<Payload> {
  return { name, payload, options: { retryLimit: 5, retryDelaySeconds: 5, expireInSeconds: 900, ...options } };
}
