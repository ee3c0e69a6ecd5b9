import type { Decided } from './agreements.queries.js';
import type { Terms } from './agreement.terms.rules.js';

const RAILWAY_KINDS: readonly string[] = ['disused_station', 'station_premises', 'goods_shed', 'crossing_keepers_house', 'railway_land'];
const NOTICE_MONTHS = 3;

/** What a draft starts from: what is known of the place, and what nearly every agreement asks for first. */
export function beginningTerms({ kind, ownerKind, propertyStatus, premises }: Decided['sites'][number]): Terms {
  const isRailway = RAILWAY_KINDS.includes(kind) && ownerKind === 'sncf';
  return {
    law: {
      status: propertyStatus === 'public_domain' ? 'public_domain' : 'unknown',
      declassification: null,
      railway: isRailway ? 'yes' : 'unknown',
      economic: 'unknown',
      generalInterest: 'unknown',
      microEnterprise: 'unknown',
      trader: 'unknown',
      solidarityLandBody: 'unknown',
    },
    deed: null,
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
