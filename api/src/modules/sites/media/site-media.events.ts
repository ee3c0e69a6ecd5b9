import { z } from 'zod';
import { id } from '../../../platform/http/fields.js';
import { defineTask } from '../../../platform/jobs/task.js';

/** A file arrived and waits for its checks. An antivirus that restarts takes minutes: it is asked again for about an hour, then each night. */
export const siteMediaReceived = defineTask('site-media-received', z.object({ mediaId: id }), {
  retryLimit: 8,
  retryDelaySeconds: 15,
});
