import type { Person } from './actors.js';

/** Public domain of a commune, an economic activity for more than a year: a selection when called, publicity first when asked for. */
export const PUBLIC_DOMAIN = {
  role: 'owns',
  ordersForItself: 'no',
  ownerKind: 'commune',
  status: 'public_domain',
  declassification: null,
  economic: 'yes',
  length: 'over_year',
  unlimitedTitles: 'no',
  deed: 'temporary_occupation',
  ground: null,
  motive: null,
  proof: 'Registre du domaine, fiche 12',
};
/** Private domain, proven: a lease needs no publicity. */
export const PRIVATE_DOMAIN = {
  ...PUBLIC_DOMAIN,
  status: 'private_domain',
  declassification: { act: 'Délibération de déclassement', date: '2025-03-04', reference: '2025-17' },
  deed: 'civil_lease',
};

/** Answers the questions of a call that has places. */
export async function givenCallAnswers(agent: Person, callId: string, answers: object = PUBLIC_DOMAIN): Promise<void> {
  await agent.http().put(`/api/calls/${callId}/legal`).send({ version: 0, answers }).expect(200);
}
