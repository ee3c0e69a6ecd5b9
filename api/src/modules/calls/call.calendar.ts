import type { Language } from '../../platform/http/request-context.js';

interface CalendarCall {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly opensAt: Date;
  /** Of a call in two steps. */
  readonly firstClosesAt?: Date | null;
  readonly closesAt: Date;
  /** When what is said of it last changed: an extension replaces the entry that was taken before. */
  readonly changedAt: Date;
  readonly page: string;
  readonly isCancelled: boolean;
  readonly extensions: number;
}

const WORDS = {
  fr: { opening: 'Ouverture', first: 'Clôture de la première étape', closing: 'Clôture', soon: 'Clôture dans deux jours' },
  en: { opening: 'Opening', first: 'Closing of the first step', closing: 'Closing', soon: 'Closing in two days' },
} as const satisfies Record<Language, object>;

/** The opening and the closing of a call as an iCalendar file (RFC 5545), with a reminder two days before it closes. */
export function calendarOf(call: CalendarCall, language: Language): string {
  const words = WORDS[language];
  const entry = (part: 'opening' | 'first' | 'closing', at: Date) => [
    'BEGIN:VEVENT',
    `UID:${part}-${call.id}`,
    `SEQUENCE:${call.extensions}`,
    `DTSTAMP:${utc(call.changedAt)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(at)}`,
    `SUMMARY:${escaped(`${words[part]} : ${call.title}`)}`,
    `DESCRIPTION:${escaped(`${call.owner}\n${call.page}`)}`,
    `URL:${call.page}`,
    `STATUS:${call.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(part !== 'opening' ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(words.soon)}`, 'TRIGGER:-P2D', 'END:VALARM'] : []),
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Terrain d’entente//Appels//FR',
    'METHOD:PUBLISH',
    ...entry('opening', call.opensAt),
    ...(call.firstClosesAt == null ? [] : entry('first', call.firstClosesAt)),
    ...entry('closing', call.closesAt),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function utc(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const OCTETS = 75;

/** No line is longer than 75 octets; the next ones begin with a space (RFC 5545 §3.1). Letters are never cut. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const limit = parts.length === 0 ? OCTETS : OCTETS - 1;
    if (Buffer.byteLength(part + letter) > limit) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
