import { describe, expect, test } from '@jest/globals';
import {
  coverOf,
  firstVisibility,
  isDescribed,
  isMediaSeenByAll,
  isSameSet,
  nextSiteMediaState,
  type Shown,
  SITE_MEDIA_KINDS,
  SITE_MEDIA_STATES,
  SITE_MEDIA_TRANSITIONS,
  type SiteMediaAction,
  type SiteMediaState,
  VISIBILITIES,
} from './site-media.rules.js';

describe('the life of a photo or a document', () => {
  const TOLD: Record<SiteMediaState, Partial<Record<SiteMediaAction, SiteMediaState>>> = {
    received: { check: 'checked', refuse: 'refused', remove: 'removed' },
    checked: { release: 'available', refuse: 'refused', remove: 'removed' },
    available: { remove: 'removed' },
    refused: { remove: 'removed' },
    removed: { restore: 'available' },
  };
  const actions = SITE_MEDIA_TRANSITIONS.map(({ action }) => action);

  test.each(SITE_MEDIA_STATES.flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextSiteMediaState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('nothing becomes available without its checks, but what had passed them and comes back', () => {
    const leadingThere = SITE_MEDIA_TRANSITIONS.filter(({ to }) => to === 'available').flatMap(({ from }) => [...from]);
    expect(leadingThere).toEqual(['checked', 'removed']);
  });
});

describe('what strangers see', () => {
  const all = SITE_MEDIA_KINDS.flatMap((kind) =>
    SITE_MEDIA_STATES.flatMap((state) =>
      VISIBILITIES.flatMap((visibility) => [true, false].map((siteSeenByAll) => ({ kind, state, visibility, siteSeenByAll }))),
    ),
  );

  test.each(all)('a $visibility $kind, $state, of a place they may know of: $siteSeenByAll', ({ siteSeenByAll, ...media }) => {
    const expected = siteSeenByAll && media.state === 'available' && media.visibility === 'public';
    expect(isMediaSeenByAll(media, siteSeenByAll)).toBe(expected);
  });

  test.each([
    ['photo', undefined, 'public'],
    ['document', undefined, 'private'],
    ['photo', 'private', 'private'],
    ['document', 'public', 'public'],
  ] as const)('a %s sent as %s begins %s', (kind, asked, visibility) => {
    expect(firstVisibility(kind, asked)).toBe(visibility);
  });
});

test.each([
  ['photo', null, false, false],
  ['photo', 'Une halle', false, true],
  ['photo', null, true, true],
  ['document', null, false, true],
] as const)('a %s whose alternative text is %j, decorative: %s — described: %s', (kind, alt, decorative, described) => {
  expect(isDescribed({ kind, alt, decorative })).toBe(described);
});

describe('the cover', () => {
  const media = (id: string, given: Partial<Shown> = {}) => ({
    id,
    kind: 'photo' as const,
    state: 'available' as const,
    visibility: 'public' as const,
    ...given,
  });

  test.each([
    ['nothing', [], null],
    ['the first', [media('a'), media('b')], 'a'],
    ['not a document', [media('a', { kind: 'document' }), media('b')], 'b'],
    ['not a private one', [media('a', { visibility: 'private' }), media('b')], 'b'],
    ['not one that waits for its checks', [media('a', { state: 'received' }), media('b')], 'b'],
    ['not one that was removed', [media('a', { state: 'removed' })], null],
  ])('%s', (_case, inOrder, cover) => {
    expect(coverOf(inOrder)).toBe(cover);
  });
});

test.each([
  ['the same', ['a', 'b'], ['a', 'b'], true],
  ['another order', ['a', 'b'], ['b', 'a'], true],
  ['one forgotten', ['a', 'b'], ['a'], false],
  ['one twice', ['a', 'b'], ['a', 'a'], false],
  ['one more', ['a'], ['a', 'b'], false],
  ['a stranger', ['a', 'b'], ['a', 'c'], false],
  ['none', [], [], true],
])('a new order that names %s', (_case, ids, asked, same) => {
  expect(isSameSet(ids, asked)).toBe(same);
});
