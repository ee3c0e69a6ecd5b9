import { expect, test } from '@jest/globals';
import { NOTICE_KIND_NAMES, noticeKind, topicsOf } from './notice.kinds.js';
import { PLACE_CHANGES } from './watch/place-change.rules.js';
import { PROJECT_CHANGES } from './watch/project-change.rules.js';

test.each(NOTICE_KIND_NAMES)('“%s” is a sentence in both languages, which names every change in words', (name) => {
  const kind = noticeKind(name);
  const changes = { place: PLACE_CHANGES, project: PROJECT_CHANGES, call: [] }[kind.about];
  const said = [kind.fr({ name: 'X', of: null, changes }), kind.en({ name: 'X', of: null, changes })];
  for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/u);
  expect(said[0]).not.toBe(said[1]);
  expect(said.join(' ')).not.toMatch(/undefined|'/);
  expect(kind.frequencies).toContain('daily');
});

test('a new place is told to those who follow it, its owner or its commune; a change to those who follow it', () => {
  const touched = { place: '1', organisation: null, commune: 'commune:52269' };
  expect(topicsOf('place_offered', touched)).toEqual([
    ['place', '1'],
    ['commune', 'commune:52269'],
  ]);
  expect(topicsOf('place_changed', touched)).toEqual([['place', '1']]);
});
