import { z } from 'zod';
import { id } from '../http/fields.js';
import { defineTask } from '../jobs/task.js';

/** The row counts its own attempts: the queue must not give up before it. */
const NEVER_REACHED = 30;

/** Delays of about 15 s, 30 s, 1 min … doubling: {@link MAX_ATTEMPTS} of them last about two hours, enough for greylisting and a relay restarted. */
export const sendMail = defineTask('mail-send', z.object({ mailId: id }), {
  retryLimit: NEVER_REACHED,
  retryDelaySeconds: 30,
  expireInSeconds: 900,
});

export const MAX_ATTEMPTS = 9;
