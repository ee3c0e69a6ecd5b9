import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

/** Announced in the transaction of every change of a place that what suits it may depend on. */
export const siteChanged = defineTask('site-changed', z.object({ siteId: id }));
