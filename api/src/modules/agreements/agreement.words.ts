const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

/** “1er janvier 2027”. */
export function dayWords(day: string, language: keyof typeof LOCALES): string {
  const words = new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

/** “1 200,00 €”. */
export function eurosWords(cents: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);
}
