export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const KEY = 'theme';
const prefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

export function readTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

function resolve(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  return prefersDark().matches ? 'dark' : 'light';
}

function show(choice: ThemeChoice): void {
  document.documentElement.dataset['theme'] = resolve(choice);
}

/** Called before the first paint so that a dark room never sees a white flash. */
export function applyStoredTheme(): void {
  show(readTheme());
  prefersDark().addEventListener('change', () => show(readTheme()));
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  show(choice);
}
