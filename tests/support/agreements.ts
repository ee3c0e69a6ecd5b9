import { insertRow } from './access-world.js';
import { PUBLIC_DOMAIN } from './legal.js';
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

/** A direct request that was decided in its favour, its place awarded; and, unless said, all that the law asks for was done. */
export async function givenDecided(
  t: TestApp,
  siteId: string,
  occupantId: string,
  { state = 'selected', steps = true } = {},
): Promise<string> {
  const at = t.clock.now().toISOString();
  const id = await insertRow(t, 'application', {
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
  if (steps) await givenLawDone(t, id, occupantId, at);
  return id;
}

/** Public domain, an activity that is not economic: the questions answered and the decision noted are all the path asks for. */
async function givenLawDone(t: TestApp, applicationId: string, organisationId: string, at: string): Promise<void> {
  const procedureId = await insertRow(t, 'legal_procedure', { application_id: applicationId, organisation_id: organisationId, version: 1 });
  const answers = { ...PUBLIC_DOMAIN, economic: 'no' };
  await t.db.query(
    `insert into legal_answer (procedure_id, version, at, answers, rule, path, strict_because) values ($1, 1, $2, $3, 'public-not-economic', 'no_duty', '{}')`,
    [procedureId, at, JSON.stringify(answers)],
  );
  await t.db.query(
    `insert into legal_step (procedure_id, step, at, done_on, reference) values ($1, 'decision', $2, $2::timestamptz::date, 'Délibération 2026-14')`,
    [procedureId, at],
  );
}
