import { describe, expect, test } from '@jest/globals';
import { calendarOf } from './call.calendar.js';

const CALL = {
  id: '01930d6e',
  title: 'Gare de Culmont, halle ; étage',
  owner: 'Ville de Langres, service du patrimoine',
  opensAt: new Date('2026-12-01T07:00:00Z'),
  closesAt: new Date('2027-01-31T22:59:00Z'),
  changedAt: new Date('2026-11-26T08:00:00Z'),
  page: 'https://example.org/appels/01930d6e',
  isCancelled: false,
  extensions: 1,
};

describe('the calendar file of a call', () => {
  const file = calendarOf(CALL, 'fr');

  test('says when it opens and closes, and reminds two days before', () => {
    expect(file).toContain('DTSTART:20261201T070000Z');
    expect(file).toContain('DTSTART:20270131T225900Z');
    expect(file).toContain('TRIGGER:-P2D');
    expect(file).toContain('SUMMARY:Clôture : Gare de Culmont\\, halle \\; étage');
    expect(file.match(/SEQUENCE:1/g)).toHaveLength(2);
  });

  test('of a call in two steps says when each one closes', () => {
    const steps = calendarOf({ ...CALL, firstClosesAt: new Date('2026-12-20T22:59:00Z') }, 'fr');
    expect(steps).toContain('SUMMARY:Clôture de la première étape : Gare de Culmont');
    expect(steps.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(steps.match(/TRIGGER:-P2D/g)).toHaveLength(2);
  });

  test('ends each line as the standard asks, and lets none be longer than 75 octets', () => {
    const long = calendarOf({ ...CALL, title: 'é'.repeat(160) }, 'en');
    const lines = long.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(long.replace(/\r\n /g, '')).toContain('é'.repeat(160));
    expect(long).not.toContain('�');
  });

  test('of a cancelled call cancels the entry that was taken before', () => {
    expect(calendarOf({ ...CALL, isCancelled: true }, 'fr')).toContain('STATUS:CANCELLED');
  });
});
