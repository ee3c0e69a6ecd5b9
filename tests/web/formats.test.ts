import { describe, expect, test } from '@jest/globals';
import {
  formatArea,
  formatDay,
  formatDeadline,
  formatDistance,
  formatEuros,
  formatMoment,
  formatPeriod,
  formatTime,
} from '../../web/src/lib/format';
import { parseNumber } from '../../web/src/lib/number';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('figures as people read them', () => {
  test('areas grow into hectares and keep French separators', () => {
    expect(plain(formatArea(1250, 'fr'))).toBe('1 250 m²');
    expect(plain(formatArea(14_500, 'fr'))).toBe('1,5 ha');
    expect(plain(formatArea(14_500, 'en'))).toBe('1.5 ha');
  });

  test('amounts show cents only when there are some', () => {
    expect(plain(formatEuros(60_000, 'fr'))).toBe('600 €');
    expect(plain(formatEuros(60_050, 'fr'))).toBe('600,50 €');
    expect(plain(formatEuros(60_000, 'en'))).toBe('€600');
  });

  test('distances are rounded to what a walker can feel', () => {
    expect(plain(formatDistance(964, 'fr'))).toBe('960 m');
    expect(plain(formatDistance(1240, 'fr'))).toBe('1,2 km');
    expect(plain(formatDistance(38_400, 'fr'))).toBe('38 km');
  });

  test('a moment names its day, a time of today does not', () => {
    expect(plain(formatMoment('2026-12-14T15:05:00Z', 'fr'))).toBe('14 décembre 2026 à 16 h 05');
    expect(plain(formatTime('2026-12-14T15:05:00Z', 'fr'))).toBe('16 h 05');
    expect(formatTime('2026-12-14T15:05:00Z', 'en')).toBe('16:05');
  });

  test('the first day of a month is said “1er” in French', () => {
    expect(formatDay('2027-03-01', 'fr')).toBe('1er mars 2027');
    expect(formatDay('2027-03-11', 'fr')).toBe('11 mars 2027');
    expect(formatDay('2027-03-01', 'en')).toBe('1 March 2027');
  });

  test('an hour is said as people say it, and the clock of a period once', () => {
    expect(plain(formatDeadline('2026-12-14T22:59:00Z', 'fr'))).toBe('lundi 14 décembre 2026 à 23 h 59 (heure de Paris)');
    expect(plain(formatDeadline('2026-12-14T07:00:00Z', 'fr'))).toBe('lundi 14 décembre 2026 à 8 h (heure de Paris)');
    expect(plain(formatDeadline('2026-12-14T07:05:00Z', 'fr'))).toBe('lundi 14 décembre 2026 à 8 h 05 (heure de Paris)');
    const { from, to } = formatPeriod('2026-12-01T07:00:00Z', '2026-12-14T22:59:00Z', 'fr');
    expect(plain(`du ${from} au ${to}`)).toBe('du mardi 1er décembre 2026 à 8 h au lundi 14 décembre 2026 à 23 h 59 (heure de Paris)');
  });
});

describe('numbers as people type them', () => {
  test.each([
    ['1 500', 1500],
    ['1\u202f500', 1500],
    ['12,5', 12.5],
    ['12.', 12],
    ['', null],
    ['douze', null],
    ['12 m²', null],
  ])('“%s” is read as %s', (typed, expected) => {
    expect(parseNumber(typed)).toBe(expected);
  });
});
