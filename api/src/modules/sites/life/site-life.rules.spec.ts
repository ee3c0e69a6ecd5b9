import { describe, expect, test } from '@jest/globals';
import { AGENT_ROLES, SITE_STATES, type SiteState } from '../site.vocabulary.js';
import {
  isTooVague,
  LIFE_ACTIONS,
  type LifeFacts,
  mayPublishUnread,
  UNDO_WITHIN_MS,
  type UndoFacts,
  whyNotMoveSite,
  whyNotUndo,
} from './site-life.rules.js';

const FIELDS: LifeFacts['fields'] = {
  communeId: 'commune:52269',
  landAreaM2: null,
  outline: null,
  premises: [{ floorAreaM2: 200 }],
  offers: [],
};
const facts = (state: SiteState, more: Partial<LifeFacts> = {}): LifeFacts => ({
  state,
  role: 'owns',
  organisation: { kind: 'public_owner' },
  fields: FIELDS,
  ...more,
});

describe('a place', () => {
  test('is submitted, published, paused and closed from the states the life of places tells, and from no other', () => {
    const allowed = Object.fromEntries(
      LIFE_ACTIONS.map((action) => [action, SITE_STATES.filter((state) => whyNotMoveSite(action, facts(state)) === null)]),
    );
    expect(allowed).toEqual({
      submit: ['draft'],
      takeBack: ['submitted'],
      publish: ['draft', 'submitted'],
      pause: ['published'],
      resume: ['paused'],
      close: SITE_STATES.filter((state) => state !== 'closed'),
      accept: ['submitted'],
      sendBack: ['submitted'],
    });
  });

  test.each([
    ['a floor', FIELDS, false],
    ['land', { ...FIELDS, premises: [], landAreaM2: 900 }, false],
    ['a drawing', { ...FIELDS, premises: [], outline: {} }, false],
    ['terms only', { ...FIELDS, premises: [], offers: [{}] }, false],
    ['neither size nor terms', { ...FIELDS, premises: [{ floorAreaM2: null }] }, true],
    ['who runs the tiers-lieu that it is', { ...FIELDS, premises: [], kind: 'tiers_lieu', runBy: 'La Bobine' }, false],
    ['who runs it, being none', { ...FIELDS, premises: [], kind: 'shop', runBy: 'La Bobine' }, true],
    ['no commune', { ...FIELDS, communeId: null }, true],
  ] as const)('that says %s', (_said, fields, isVague) => {
    expect(isTooVague(fields)).toBe(isVague);
    const why = isVague ? 'site-too-vague' : null;
    expect(whyNotMoveSite('submit', facts('draft', { fields }))).toBe(why);
    expect(whyNotMoveSite('publish', facts('draft', { fields }))).toBe(why);
    expect(whyNotMoveSite('close', facts('draft', { fields }))).toBeNull();
  });

  test('is published unread only by a public owner that owns or manages it', () => {
    const may = AGENT_ROLES.filter((role) => mayPublishUnread({ role, organisation: { kind: 'public_owner' } }));
    expect(may).toEqual(['owns', 'manages']);
    expect(AGENT_ROLES.filter((role) => mayPublishUnread({ role, organisation: { kind: 'ess' } }))).toEqual([]);
    expect(whyNotMoveSite('publish', facts('draft', { role: 'lists' }))).toBe('site-publication-moderated');
    expect(whyNotMoveSite('submit', facts('draft', { role: 'lists' }))).toBeNull();
  });
});

describe('a move is undone', () => {
  const NOW = new Date('2026-11-23T14:00:00Z');
  const act: UndoFacts = { action: 'publish', fromState: 'draft', toState: 'published', version: 3, at: NOW, isLatest: true };
  const site = { state: 'published', version: 3 } as const;

  test('while nothing else has happened', () => {
    expect(whyNotUndo(act, site, NOW)).toBeNull();
  });

  test.each([
    ['after something else was done', { isLatest: false }, site],
    ['after an edit', {}, { ...site, version: 4 }],
    ['once the place has moved', {}, { ...site, state: 'paused' as const }],
    ['a day later', { at: new Date(NOW.getTime() - UNDO_WITHIN_MS - 1) }, site],
    ['when it was no move', { action: 'edit' }, site],
    ['when a moderator decided it', { action: 'accept' }, site],
    ['when it was the beginning', { fromState: null }, site],
  ])('not %s', (_when, change, place) => {
    expect(whyNotUndo({ ...act, ...change }, place, NOW)).toBe('site-undo-too-late');
  });
});
