import { describe, expect, test } from '@jest/globals';
import { type DeskFacts, deskTasks } from './site-desk.rules.js';

const FIELDS: DeskFacts['fields'] = {
  communeId: 'commune:52269',
  landAreaM2: null,
  outline: null,
  premises: [{ floorAreaM2: 200 }],
  offers: [],
  contactPublic: 'Service du patrimoine',
  contactEmail: null,
};
const site = (more: Partial<DeskFacts>): DeskFacts => ({
  state: 'published',
  stateReason: null,
  role: 'owns',
  organisation: null,
  shelf: 'offered',
  fields: FIELDS,
  ...more,
});

describe('what a place waits for from its owner', () => {
  test.each([
    ['on offer in full', {}, 0, []],
    ['a draft that can be shown', { state: 'draft', shelf: null }, 0, ['show']],
    ['a draft that says too little', { state: 'draft', fields: { ...FIELDS, premises: [] } }, 0, ['describe']],
    ['sent back by a moderator', { state: 'draft', stateReason: 'Qui en est propriétaire ?' }, 0, ['correct', 'show']],
    ['a tiers-lieu that is there and offers nothing', { shelf: 'living' }, 0, []],
    ['shown without terms', { shelf: 'owner_known' }, 0, ['offer']],
    ['shown without anyone to write to', { fields: { ...FIELDS, contactPublic: null } }, 0, ['contact']],
    ['with a mailbox', { fields: { ...FIELDS, contactPublic: null, contactEmail: 'a@b.example' } }, 0, []],
    ['paused for long', { state: 'paused' }, 60, ['resume']],
    ['paused last week', { state: 'paused' }, 7, []],
    ['with the moderators', { state: 'submitted', shelf: null }, 9, []],
    ['closed', { state: 'closed', shelf: null }, 900, []],
  ] as const)('%s', (_which, more, days, tasks) => {
    expect(deskTasks(site(more as Partial<DeskFacts>), days)).toEqual(tasks);
  });
});
