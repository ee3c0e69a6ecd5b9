import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

const CALL_NEWS = ['published', 'extended', 'answered', 'cancelled', 'unsuccessful', 'shortlist', 'results'] as const;
export type CallNews = (typeof CALL_NEWS)[number];

/** Announced in the transaction of what those who follow a call, or prepare a file for it, are told of. */
export const callTold = defineTask(
  'call-told',
  z.object({
    callId: id,
    /** The line of its history. */
    historyId: id,
    what: z.enum(CALL_NEWS),
  }),
);

/** Under which people are told of it: once, whatever makes it concern them. */
export const callToldKey = (historyId: string): string => `call-told-${historyId}`;
