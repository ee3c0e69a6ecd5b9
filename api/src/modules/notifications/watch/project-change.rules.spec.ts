import { expect, test } from '@jest/globals';
import { projectEvent, type ProjectFacts } from './project-change.rules.js';

const project = (given: Partial<ProjectFacts> = {}): ProjectFacts => ({
  name: 'Atelier de vélos',
  organisation: 'Les Clés de Douze',
  organisationId: '1',
  state: 'open',
  shown: true,
  hidden: false,
  stage: 'idea',
  activity: 'repair',
  publicSummary: 'Nous réparons.',
  ...given,
});
const draft = project({ state: 'draft', shown: false, hidden: true });
const closed = project({ state: 'closed', shown: false });

test.each<[string, ProjectFacts | null, ProjectFacts, boolean, string | null]>([
  ['a draft is met', null, draft, true, null],
  ['a project just shown is met', null, project(), true, 'project_shown'],
  ['a project long shown is met', null, project(), false, null],
  ['a draft is shown', draft, project(), false, 'project_shown'],
  ['nothing moved', project(), project(), true, null],
  ['its stage changed', project(), project({ stage: 'funded' }), false, 'project_changed'],
  ['it found a place', project(), project({ state: 'matched' }), false, 'project_place_found'],
  ['the place fell through', project({ state: 'matched' }), project(), false, 'project_looking_again'],
  ['it ended', project(), closed, false, 'project_closed'],
  ['it was hidden: nothing is said', project(), project({ shown: false, hidden: true }), false, null],
  ['it was hidden and ended: nothing is said', project(), project({ state: 'closed', shown: false, hidden: true }), false, null],
  ['a draft changed', draft, { ...draft, stage: 'ready' }, true, null],
  ['it was opened again', closed, project(), false, 'project_shown'],
])('%s', (_what, before, after, isFresh, expected) => {
  expect(projectEvent(before, after, isFresh)?.kind ?? null).toBe(expected);
});
