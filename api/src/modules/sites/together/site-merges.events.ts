import { z } from 'zod';
import { id } from '../../../platform/http/fields.js';
import { defineTask } from '../../../platform/jobs/task.js';

/** One sheet went into another, or came back out of it: whoever keeps something under its id follows. */
export const siteMergedEvent = defineTask('site-merged', z.object({ fromId: id, intoId: id, undone: z.boolean() }));
