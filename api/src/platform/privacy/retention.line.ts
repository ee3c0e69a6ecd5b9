import type { Language } from '../http/request-context.js';

/** Grounds of the GDPR, article 6(1): b, c, f. */
export const RETENTION_BASES = ['contract', 'legal_obligation', 'legitimate_interest'] as const;
type RetentionBasis = (typeof RETENTION_BASES)[number];

export interface RetentionLine {
  /** Counted from what `until` says; null = not counted in days. */
  readonly keptDays: number | null;
  readonly basis: RetentionBasis;
  readonly fr: readonly [what: string, until: string, why: string];
  readonly en: readonly [what: string, until: string, why: string];
}

export function retentionWords(line: RetentionLine, language: Language) {
  const [what, until, why] = line[language];
  return { what, until, why };
}
