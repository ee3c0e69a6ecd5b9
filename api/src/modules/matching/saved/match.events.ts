import { z } from 'zod';
import { id } from '../../../platform/http/fields.js';
import { defineTask } from '../../../platform/jobs/task.js';

/** A place changed where, or as, this project looks for one: what is kept of its matches is to be counted again. */
export const projectMatchesStale = defineTask('project-matches-stale', z.object({ projectId: id }));
