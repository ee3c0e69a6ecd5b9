type Language = 'fr' | 'en';

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

export function formatNumber(value: number, language: Language, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits }).format(value);
}

/** “1 250 m²”, and hectares beyond one. */
export function formatArea(areaM2: number, language: Language): string {
  if (areaM2 >= 10_000) return `${formatNumber(areaM2 / 10_000, language, 1)}\u00a0ha`;
  return `${formatNumber(areaM2, language, areaM2 < 10 ? 1 : 0)}\u00a0m²`;
}

/** “3,2 Mo”, and kilobytes below one. */
export function formatFileSize(bytes: number, language: Language): string {
  const [kilo, mega] = language === 'fr' ? ['Ko', 'Mo'] : ['KB', 'MB'];
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, bytes / 1_000), language)}\u00a0${kilo}`;
  return `${formatNumber(bytes / 1_000_000, language, 1)}\u00a0${mega}`;
}

/** “600 m”, “1,2 km”, “38 km”. */
export function formatDistance(distanceM: number, language: Language): string {
  if (distanceM < 1000) return `${formatNumber(Math.round(distanceM / 10) * 10, language)}\u00a0m`;
  return `${formatNumber(distanceM / 1000, language, distanceM < 10_000 ? 1 : 0)}\u00a0km`;
}

/** Whole euros unless there are cents to say. */
export function formatEuros(cents: number, language: Language): string {
  const minimumFractionDigits = cents % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits,
    maximumFractionDigits: 2,
  }).format(cents / 100);
}

/** A calendar day, `2026-12-14` → “14 décembre 2026”. */
export function formatDay(day: string, language: Language): string {
  return dateWords(new Date(`${day.slice(0, 10)}T00:00:00Z`), language, 'UTC');
}

/** The day of an instant, as read on a clock in Paris. */
export function formatInstantDay(instant: string, language: Language): string {
  return dateWords(new Date(instant), language, 'Europe/Paris');
}

/** “14 décembre 2026 à 16 h 05”, as read on a clock in Paris. */
export function formatMoment(instant: string, language: Language): string {
  return `${formatInstantDay(instant, language)} ${language === 'fr' ? 'à' : 'at'} ${formatTime(instant, language)}`;
}

/** “16 h 05”, as read on a clock in Paris. */
export function formatTime(instant: string, language: Language): string {
  const time = new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone: 'Europe/Paris' }).format(new Date(instant));
  return language === 'fr' ? frenchTime(time) : time;
}

/** Intl writes “1 mars”; French says “1er mars”. */
function dateWords(date: Date, language: Language, timeZone: string): string {
  const words = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(date);
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

/** In full, so that nobody misreads an hour: “lundi 14 décembre 2026 à 23 h 59 (heure de Paris)”. */
export function formatDeadline(instant: string, language: Language): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'Europe/Paris', ...options }).format(new Date(instant));
  const date = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (language === 'en') return `${date} at ${time} (Paris time)`;
  return `${date.replace(/ 1 /, ' 1er ')} à ${frenchTime(time)} (heure de Paris)`;
}

/** From one instant to another, the clock named once. */
export function formatPeriod(from: string, to: string, language: Language): { readonly from: string; readonly to: string } {
  const start = formatDeadline(from, language);
  return { from: start.slice(0, start.lastIndexOf(' (')), to: formatDeadline(to, language) };
}

/** “08:00” → “8 h”, “23:59” → “23 h 59”. */
function frenchTime(time: string): string {
  return time
    .replace(/^0(?=\d)/, '')
    .replace(/:00$/, '\u00a0h')
    .replace(':', '\u00a0h\u00a0');
}

/** What clocks in Paris show at an instant, as date and time controls write it: `2026-12-14`, `23:59`. */
export function parisClock(instant: string): { readonly day: string; readonly time: string } {
  const face = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = face.format(new Date(instant)).split(' ');
  return { day, time };
}
