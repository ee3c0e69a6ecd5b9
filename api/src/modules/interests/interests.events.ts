import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

/** Announced in the transaction that opens a window: those whose need the place fits are told. */
export const interestWindowOpen = defineTask('interest-window-open', z.object({ interestId: id }));
