import type { EvidenceRow } from './evidence.queries.js';
import { evidenceStanding, evidenceWarnings } from './evidence.rules.js';
import type { EvidenceView } from './evidence.schemas.js';

const FRENCH_DAY = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in metropolitan France: conventions and approvals end there. */
export function frenchDay(now: Date): string {
  return FRENCH_DAY.format(now);
}

export function toEvidenceView({ membersOnly: _, ...row }: EvidenceRow, today: string): EvidenceView {
  return { ...row, standing: evidenceStanding(row, row.state, today), warnings: row.source === null ? evidenceWarnings(row) : [] };
}
