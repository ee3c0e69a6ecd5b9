import type { Language } from '../../../platform/http/request-context.js';
import { parisFace } from '../../../platform/paris-time.js';
import { folded } from '../call.calendar.js';
import type { Hours } from './visit.rules.js';
import type { VisitorList } from './visits.schemas.js';

const WORDS = {
  fr: { visit: 'Visite', head: ['Nom', 'Organisation', 'Courriel', 'Réservé le', 'Présence'], yes: 'oui', no: 'non' },
  en: { visit: 'Visit', head: ['Name', 'Organisation', 'E-mail', 'Booked on', 'Attendance'], yes: 'yes', no: 'no' },
} as const;

interface VisitEntry extends Hours {
  readonly id: string;
  readonly title: string;
  readonly meeting: string;
  readonly page: string;
  readonly isCancelled: boolean;
  readonly at: Date;
}

/** One visit as an iCalendar file (RFC 5545), with a reminder the day before. */
export function visitCalendar(visit: VisitEntry, language: Language): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Terrain d’entente//Visites//FR',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:visit-${visit.id}`,
    `SEQUENCE:${visit.isCancelled ? 1 : 0}`,
    `DTSTAMP:${utc(visit.at)}`,
    `DTSTART:${utc(visit.startsAt)}`,
    `DTEND:${utc(visit.endsAt)}`,
    `SUMMARY:${escaped(`${WORDS[language].visit} : ${visit.title}`)}`,
    `LOCATION:${escaped(visit.meeting)}`,
    `URL:${visit.page}`,
    `STATUS:${visit.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${WORDS[language].visit}`, 'TRIGGER:-P1D', 'END:VALARM'],
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Who comes, for a spreadsheet: what looks like a formula is told to be text. */
export function visitorsCsv(visitors: VisitorList['items'], language: Language): string {
  const words = WORDS[language];
  const rows = visitors.map(({ name, organisation, email, bookedAt, attended }) => [
    name,
    organisation ?? '',
    email,
    parisFace(new Date(bookedAt)).replace('T', ' ').slice(0, 16),
    attended === null ? '' : attended ? words.yes : words.no,
  ]);
  return `\uFEFF${[[...words.head], ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}
