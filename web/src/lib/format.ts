type Language = 'fr' | 'en';

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
const PARIS = 'Europe/Paris';

export function formatNumber(value: number, language: Language, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits }).format(value);
}

/** “1 250 m²”, and hectares beyond one. */
export function formatArea(areaM2: number, language: Language): string {
  if (areaM2 >= 10_000) return `${formatNumber(areaM2 / 10_000, language, 1)}\u00a0ha`;
  return `${formatNumber(areaM2, language, areaM2 < 10 ? 1 : 0)}\u00a0m²`;
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
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}

/** The day of an instant, as read on a clock in Paris. */
export function formatInstantDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: PARIS }).format(new Date(instant));
}

/** “lundi 14 décembre 2026 à 23 h 59 (heure de Paris)”. */
export function formatInstant(instant: string, language: Language): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeZone: PARIS }).format(date);
  const [hours = '', minutes = ''] = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: PARIS })
    .format(date)
    .split(':');
  return language === 'fr' ? `${day} à ${hours}\u00a0h\u00a0${minutes} (heure de Paris)` : `${day} at ${hours}:${minutes} (Paris time)`;
}

/** Minutes of walking for a distance already stretched to real streets: 80 m a minute. */
export function walkingMinutes(distanceM: number): number {
  return Math.max(1, Math.round(distanceM / 80));
}
