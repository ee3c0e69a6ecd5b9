import type { Person } from './actors.js';
import { givenCallAnswers } from './legal.js';
import { givenSite } from './sites.js';
import type { TestApp } from './test-app.js';

/** What a small call asks: one choice that may exclude, one number shown on condition, a text, a money plan. */
export const SMALL_FORM = [
  {
    id: 'projet',
    title: 'Le projet',
    questions: [
      {
        id: 'ess',
        kind: 'choice',
        label: 'Relevez-vous de l’ESS ?',
        required: true,
        options: [
          { id: 'oui', label: 'Oui' },
          { id: 'non', label: 'Non' },
        ],
      },
      {
        id: 'jauge',
        kind: 'number',
        label: 'Combien de personnes ?',
        required: true,
        min: 1,
        whole: true,
        shownIf: { test: 'has', question: 'ess', options: ['oui'] },
      },
      { id: 'texte', kind: 'long', label: 'Que ferez-vous ?', required: true },
      { id: 'budget', kind: 'money', label: 'Plan de financement', required: false },
    ],
  },
];

export const WRITTEN = {
  summary: 'Deux locaux de la gare attendent un projet utile.',
  opensAt: '2026-12-01T08:00',
  closesAt: '2026-12-20',
  form: SMALL_FORM,
  documents: [{ id: 'statuts', label: 'Statuts', required: false }],
  eligibility: [
    {
      id: 'ess',
      explanation: 'L’appel est réservé aux structures de l’ESS.',
      condition: { test: 'lacks', question: 'ess', options: ['non'] },
    },
  ],
  grid: {
    scaleMax: 5,
    criteria: [
      { id: 'utilite', label: 'Utilité sociale', weight: 60 },
      { id: 'moyens', label: 'Moyens', weight: 40 },
    ],
    tieBreak: ['utilite'],
  },
  jury: { members: [{ who: 'Adjointe à l’urbanisme', chair: true }], quorum: 1 },
};
export const OPENS = new Date('2026-12-01T07:00:00Z');
export const CLOSES = new Date('2026-12-20T22:59:00Z');

/** A published place of this organisation. */
export function givenLot(t: TestApp, organisationId: string, name: string, state = 'published'): Promise<string> {
  return givenSite(t.db, { name, state, columns: { owner_organisation_id: organisationId } });
}

/** A call with its lots, written but not published. */
export async function givenCallDraft(
  agent: Person,
  organisationId: string,
  lots: readonly string[],
  changes: object = {},
): Promise<{ id: string; version: number }> {
  const created = await agent.http().post('/api/calls').send({ organisationId, title: 'La gare cherche ses voisins', lots }).expect(201);
  const { body } = await agent
    .http()
    .patch(`/api/calls/${created.body.id}`)
    .send({ version: 1, ...WRITTEN, ...changes })
    .expect(200);
  return { id: body.id, version: body.inside.version };
}

export async function givenPublishedCall(
  agent: Person,
  organisationId: string,
  lots: readonly string[],
  changes: object = {},
): Promise<string> {
  const { id, version } = await givenCallDraft(agent, organisationId, lots, changes);
  if (lots.length > 0) await givenCallAnswers(agent, id);
  await agent.http().post(`/api/calls/${id}/publish`).send({ version }).expect(200);
  return id;
}
