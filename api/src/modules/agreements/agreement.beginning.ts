import type { LegalAnswers } from '../legal/legal.schemas.js';
import type { Decided } from './agreements.queries.js';
import type { Terms } from './agreement.terms.rules.js';

const RAILWAY_KINDS: readonly string[] = ['disused_station', 'station_premises', 'goods_shed', 'crossing_keepers_house', 'railway_land'];
const NOTICE_MONTHS = 3;

/**
 * What a draft starts from: what is known of the place, and what nearly every agreement asks for first.
 * @param answered the last answers to the legal questions, for the call or the request
 */
export function beginningTerms(
  { kind, ownerKind, propertyStatus, premises }: Decided['sites'][number],
  answered: Pick<LegalAnswers, 'status' | 'declassification' | 'economic' | 'deed'> | null,
): Terms {
  const isRailway = RAILWAY_KINDS.includes(kind) && ownerKind === 'sncf';
  return {
    law: {
      status: answered?.status ?? (propertyStatus === 'public_domain' ? 'public_domain' : 'unknown'),
      declassification: answered?.declassification ?? null,
      railway: isRailway ? 'yes' : 'unknown',
      economic: answered?.economic ?? 'unknown',
      generalInterest: 'unknown',
      microEnterprise: 'unknown',
      trader: 'unknown',
      solidarityLandBody: 'unknown',
    },
    deed: answered?.deed ?? null,
    object: null,
    use: null,
    premises,
    startsOn: null,
    endsOn: null,
    openEnded: false,
    rent: null,
    rentCentsPerYear: null,
    freeGround: null,
    freeMotive: null,
    chargesCentsPerYear: null,
    depositCents: null,
    noticeMonths: NOTICE_MONTHS,
    reportsYearly: false,
    conditions: [
      { id: 'assurance', kind: 'insurance', label: 'Attestation d’assurance des locaux et de responsabilité civile' },
      { id: 'commission', kind: 'safety_commission', label: 'Avis de la commission de sécurité, si le lieu reçoit du public' },
    ],
    clauses: null,
    ownerSigner: null,
    occupantSigner: null,
  };
}
