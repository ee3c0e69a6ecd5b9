import { z } from 'zod';
import { id } from '../../../platform/http/fields.js';
import { defineTask } from '../../../platform/jobs/task.js';

const payload = z.object({ importId: id });

/** A file arrived, or is to be read another way. */
export const siteImportToRead = defineTask('site-import-to-read', payload);
/** Its rows were agreed: they become drafts, batch by batch; a run that stops halfway is taken up where it was. */
export const siteImportToCommit = defineTask('site-import-to-commit', payload, { expireInSeconds: 3_600 });
/** Its drafts are closed and what it replaced is put back, batch by batch, in the same way. */
export const siteImportToUndo = defineTask('site-import-to-undo', payload, { expireInSeconds: 3_600 });
