import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

export const applicationFileReceived = defineTask('application-file-received', z.object({ fileId: id }));
/** Filed for the first time or again: what stands may have changed. */
export const filingMade = defineTask('filing-made', z.object({ applicationId: id }));
