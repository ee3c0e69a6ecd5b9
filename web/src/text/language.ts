export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'lang';
const ONE_YEAR_S = 31_536_000;

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The address wins (a shared link keeps its language), then the person's last choice, then the browser, then French. */
export function chooseLanguage(search: string, stored: string | null, browser: readonly string[]): Language {
  const asked = new URLSearchParams(search).get(KEY);
  if (isLanguage(asked)) return asked;
  if (isLanguage(stored)) return stored;
  const first = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return first ?? 'fr';
}

export function readStoredLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The cookie lets the server write titles and social previews in the same language. */
export function storeLanguage(language: Language): void {
  document.cookie = `${KEY}=${language}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may refuse storage: the cookie is enough.
  }
}
