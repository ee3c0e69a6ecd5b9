import { insertRow } from './access-world.js';
import type { TestApp } from './test-app.js';

/** A whole agreement: an association, on the public domain of a commune, for three years. */
export const AGREED_TERMS = {
  law: {
    status: 'public_domain',
    declassification: null,
    railway: 'no',
    economic: 'no',
    generalInterest: 'yes',
    microEnterprise: 'no',
    trader: 'no',
    solidarityLandBody: 'no',
  },
  deed: 'temporary_occupation',
  object: 'Un atelier de réparation ouvert à tous',
  use: 'Réparation de vélos et d’appareils',
  premises: [],
  startsOn: '2027-01-01',
  endsOn: '2029-12-31',
  openEnded: false,
  rent: 'free',
  rentCentsPerYear: null,
  freeGround: 'association-general-interest',
  freeMotive: 'L’atelier est ouvert à tous et forme des personnes éloignées de l’emploi.',
  chargesCentsPerYear: 120_000,
  depositCents: null,
  noticeMonths: 3,
  reportsYearly: true,
  conditions: [{ id: 'assurance', kind: 'insurance', label: 'Attestation d’assurance' }],
  clauses: null,
  ownerSigner: 'Madame la maire',
  occupantSigner: 'Le président de l’association',
} as const;

/** A direct request that was decided in its favour, its place awarded. */
export async function givenDecided(t: TestApp, siteId: string, occupantId: string, state = 'selected'): Promise<string> {
  const at = t.clock.now().toISOString();
  return insertRow(t, 'application', {
    site_id: siteId,
    organisation_id: occupantId,
    state,
    number: `TE-2026-${siteId.slice(-6)}`,
    version: 1,
    title: 'Un atelier pour tous',
    answers: {},
    lots: [],
    sources: {},
    form: [],
    created_at: at,
    updated_at: at,
  });
}
