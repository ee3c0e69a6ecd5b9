/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { FittingProjects } from '../../web/src/features/matching/mirror/fitting-projects';
import type { ProjectMatches } from '../../web/src/features/matching/match-types';
import { whatIf } from './matching.examples';
import { answerWith, problem, show } from './page';

const ID = '019a0000-0000-7000-8000-000000000001';
const PATH = `/api/sites/${ID}/projects`;

function answer(more: Partial<ProjectMatches> = {}): ProjectMatches {
  return {
    version: '2026-11.1',
    totals: {},
    next: null,
    whatIf: [],
    items: [
      {
        project: {
          id: ID,
          name: 'Boutique solidaire',
          activity: 'reuse',
          organisation: 'La Rotonde aux Objets',
          publicSummary: null,
          demo: false,
        },
        eligibility: 'near_miss',
        summary: 'Convient à 6 des 7 conditions du projet.',
        score: null,
        conditions: { met: 6, notMet: 1, unknown: 0 },
        questions: [],
        changes: ['ajouter un accès de plain-pied'],
      },
    ],
    ...more,
  };
}

describe('the projects that a place would suit', () => {
  test('each public project says in a sentence how the place fits, and what would make it fit', async () => {
    answerWith({ [PATH]: answer() });
    await show(<FittingProjects siteId={ID} />);
    expect(await screen.findByRole('heading', { name: 'Boutique solidaire' })).toBeTruthy();
    expect(screen.getByText('Convient à 6 des 7 conditions du projet.')).toBeTruthy();
    expect(screen.getByText(/ajouter un accès de plain-pied/)).toBeTruthy();
  });

  test('a change of the place says how many more projects it would open, and changes that open none are left out', async () => {
    const rows = [whatIf({ id: 'step', label: 'Step-free access', offered: 7 }), whatIf({ id: 'cost', label: 'Yearly cost', offered: 0 })];
    answerWith({ [PATH]: answer({ whatIf: rows }) });
    await show(<FittingProjects siteId={ID} />, 'en');
    expect(await screen.findByText('Step-free access: 7 more projects')).toBeTruthy();
    expect(screen.queryByText(/Yearly cost/)).toBeNull();
  });

  test('a place that suits nobody yet says so in one sentence', async () => {
    answerWith({ [PATH]: answer({ items: [] }) });
    await show(<FittingProjects siteId={ID} />);
    expect(await screen.findByText(/Aucun projet public ne cherche/)).toBeTruthy();
  });

  test('an answer that cannot be had offers to try again', async () => {
    answerWith({ [PATH]: () => problem(500, 'internal', 'Panne') });
    await show(<FittingProjects siteId={ID} />);
    expect(await screen.findByRole('button', { name: /essayer/i })).toBeTruthy();
  });
});
