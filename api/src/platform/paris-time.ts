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
