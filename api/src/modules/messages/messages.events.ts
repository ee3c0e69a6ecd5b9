import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

export const messageFileReceived = defineTask('message-file-received', z.object({ fileId: id }));
