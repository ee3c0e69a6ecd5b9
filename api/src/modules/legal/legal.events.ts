import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { defineTask } from '../../platform/jobs/task.js';

export const legalProofReceived = defineTask('legal-proof-received', z.object({ proofId: id }));
