import type { SignedLinks } from '../../platform/files/signed-links.js';
import type { ProofRow } from './legal-proofs.queries.js';
import type { LegalProofView } from './legal-proofs.schemas.js';

const LINK_LASTS_S = 900;
export const pathOfProof = (id: string): string => `/api/legal/proofs/${id}`;

/** To those who read the procedure: the address opens the document for some minutes. */
export function toProofView({ id, title, type, bytes, version, state, refusal, at }: ProofRow, links: SignedLinks): LegalProofView {
  const url = state === 'ready' ? links.sign(pathOfProof(id), LINK_LASTS_S) : null;
  return { id, title, type, bytes, version, state, refusal, at: at.toISOString(), url };
}
