import { z } from 'zod';
import { signature } from '../../platform/files/signed-links.js';
import { id, instant } from '../../platform/http/fields.js';
import { STEPS } from './legal.vocabulary.js';

export const PROOFS_OF_A_PROCEDURE = 40;
export const proofParams = z.object({ id, step: z.enum(STEPS) });
export const proofFileParams = z.object({ id });
export const proofFileQuery = signature;

export const legalProof = z
  .object({
    id,
    title: z.string().nullable(),
    type: z.string(),
    bytes: z.int(),
    version: z.int().meta({ description: 'Of the answers that were kept when it came' }),
    state: z.enum(['received', 'ready', 'refused']),
    refusal: z.string().nullable(),
    at: instant,
    url: z
      .string()
      .nullable()
      .meta({ description: 'A signed address that opens the document for some minutes; null until its checks are over' }),
  })
  .meta({ id: 'LegalProof' });
export type LegalProofView = z.infer<typeof legalProof>;
