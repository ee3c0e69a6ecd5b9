/** Civil time in France: letters leave at an hour people live by, whatever the season. */
const ZONE = 'Europe/Paris';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** The same clock face read as if it were UTC. */
function faceOf(instant: Date): number {
  const said = Object.fromEntries(PARTS.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = said;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which clocks in France show that face. An hour that the spring skips becomes the one after; of two in autumn, the second. */
function instantOf(face: number): Date {
  const winter = face - HOUR_MS;
  const offset = faceOf(new Date(winter)) - winter;
  return new Date(face - offset);
}

/** 0 = Sunday, in France. */
export function parisWeekday(instant: Date): number {
  return new Date(faceOf(instant)).getUTCDay();
}

/** The latest instant, now included, at which clocks in France showed that hour. */
export function lastParisHour(hour: number, now: Date): Date {
  const midnight = Math.floor(faceOf(now) / DAY_MS) * DAY_MS;
  const today = instantOf(midnight + hour * HOUR_MS);
  return today <= now ? today : instantOf(midnight - DAY_MS + hour * HOUR_MS);
}

/** The next instant, later than now, at which they will. */
export function nextParisHour(hour: number, now: Date): Date {
  const midnight = Math.floor(faceOf(now) / DAY_MS) * DAY_MS;
  const today = instantOf(midnight + hour * HOUR_MS);
  return today > now ? today : instantOf(midnight + DAY_MS + hour * HOUR_MS);
}

/** The same hour on the latest such day of the week. */
export function lastParisWeekday(weekday: number, hour: number, now: Date): Date {
  const last = lastParisHour(hour, now);
  const daysBack = (parisWeekday(last) - weekday + 7) % 7;
  return instantOf(Math.floor(faceOf(last) / DAY_MS) * DAY_MS - daysBack * DAY_MS + hour * HOUR_MS);
}

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/** The instant at which clocks in France show `2026-12-14T23:59`; null when no calendar has that day or no clock that hour. */
export function parisInstant(local: string): Date | null {
  const read = LOCAL.exec(local)?.slice(1).map(Number);
  if (read === undefined) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = read;
  const face = Date.UTC(year, month - 1, day, hour, minute);
  return new Date(face).toISOString().startsWith(local) ? instantOf(face) : null;
}

/** What clocks in France show then: `2026-12-14T23:59`. */
export function parisFace(instant: Date): string {
  return new Date(faceOf(instant)).toISOString().slice(0, 16);
}

const WORDS = { fr: 'fr-FR', en: 'en-GB' } as const;

/** In full, so that nobody misreads an hour: “lundi 14 décembre 2026 à 23 h 59 (heure de Paris)”. */
export function parisWords(instant: Date, language: keyof typeof WORDS): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(WORDS[language], { timeZone: ZONE, ...options }).format(instant);
  const date = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (language === 'en') return `${date} at ${time} (Paris time)`;
  return `${date.replace(/ 1 /, ' 1er ')} à ${time.replace(':', '\u00a0h\u00a0')} (heure de Paris)`;
}

/** A calendar day: “1er janvier 2027”. */
export function dayWords(day: string, language: keyof typeof WORDS): string {
  const words = new Intl.DateTimeFormat(WORDS[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
}
