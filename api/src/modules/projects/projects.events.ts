import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

/** Announced in the transaction of every change of a project: created, edited, opened, closed, shown or hidden. */
export const projectChanged = defineTask('project-changed', z.object({ projectId: id }));
