import { describe, expect, test } from '@jest/globals';
import { channelsOf, INBOX_KIND_NAMES, INBOX_KINDS, inboxKind } from './inbox.kinds.js';
import { collapsed, quietUntil } from './inbox.rules.js';

const SILENT = { onSite: false, byEmail: false };

describe('every kind of notice', () => {
  test.each(INBOX_KIND_NAMES)('%s says one sentence in each language, whatever it knows', (kind) => {
    const line = inboxKind(kind);
    for (const facts of [{}, { what: 'extended', who: 'Les Clés', when: '2026-12-20T22:59:00.000Z' }, { what: 'virus' }, { what: '?' }]) {
      for (const text of [line.fr(facts), line.en(facts)]) {
        expect(text).toMatch(/^[A-ZÀÉ].+\.$/);
        expect(text).not.toMatch(/undefined|null|'/);
      }
      expect(line.fr(facts)).not.toBe(line.en(facts));
    }
    expect(line.label.fr).not.toBe(line.label.en);
  });

  test.each(INBOX_KIND_NAMES)('%s reaches people as they chose, unless it is a letter', (kind) => {
    const isLetter = INBOX_KINDS[kind].weight === 'letter';
    expect(channelsOf(kind, null)).toEqual(INBOX_KINDS[kind].defaults);
    expect(channelsOf(kind, SILENT)).toEqual(isLetter ? { onSite: true, byEmail: true } : SILENT);
    expect(channelsOf(kind, { onSite: true, byEmail: false }).byEmail).toBe(isLetter);
  });

  test('the receipt and the decision cannot be silenced', () => {
    expect(INBOX_KIND_NAMES.filter((kind) => INBOX_KINDS[kind].weight === 'letter')).toEqual(
      expect.arrayContaining(['application_filed', 'decision', 'correction_requested']),
    );
  });
});

test('a letter follows another by ten minutes at least', () => {
  const now = new Date('2026-11-26T10:00:00Z');
  expect(quietUntil(null, now)).toBeNull();
  expect(quietUntil(new Date('2026-11-26T09:50:00Z'), now)).toBeNull();
  expect(quietUntil(new Date('2026-11-26T09:50:01Z'), now)).toEqual(new Date('2026-11-26T10:00:01Z'));
});

test('of several about one thing the last is said, at its place in time', () => {
  const notice = (id: string, kind: string, thingId: string) => ({ id, kind, thingId, count: 1 });
  const given = [notice('1', 'a', 'x'), notice('2', 'b', 'x'), notice('3', 'a', 'x'), notice('4', 'a', 'y'), notice('5', 'b', 'x')];
  expect(collapsed(given, (kind) => kind === 'a').map(({ id }) => id)).toEqual(['2', '3', '4', '5']);
  expect(collapsed([], () => true)).toEqual([]);
});
