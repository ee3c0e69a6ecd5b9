import type { EvidenceRow } from './evidence.queries.js';
import { type EvidenceFault, evidenceStanding, evidenceWarnings } from './evidence.rules.js';
import type { EvidenceView } from './evidence.schemas.js';

const DAY_MS = 86_400_000;
const FRENCH_DAY = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in metropolitan France: conventions and approvals end there. */
export function frenchDay(now: Date): string {
  return FRENCH_DAY.format(now);
}

export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MS);
}

export function toEvidenceView({ membersOnly: _, ...row }: EvidenceRow, today: string): EvidenceView {
  return { ...row, standing: evidenceStanding(row, row.state, today), warnings: row.source === null ? evidenceWarnings(row) : [] };
}

export const EVIDENCE_MESSAGES: Readonly<Record<EvidenceFault, { readonly fr: string; readonly en: string }>> = {
  'ends-before-start': { fr: 'se termine avant d’avoir commencé', en: 'ends before it starts' },
  'already-over': { fr: 'est déjà terminé', en: 'is already over' },
  'after-eiti': { fr: 'l’expérimentation des EITI prend fin le 22 décembre 2026', en: 'the EITI experiment ends on 22 December 2026' },
  'departments-needed': { fr: 'dites dans quels départements vaut la convention', en: 'say in which departments the convention holds' },
};
