import { z } from 'zod';
import { id } from '../../../platform/http/fields.js';
import { defineTask } from '../../../platform/jobs/task.js';

/** Something worth telling has been written down: those who want to hear of it at once are looked for. */
export const noticeGiven = defineTask('notice-given', z.object({ noticeId: id }));
