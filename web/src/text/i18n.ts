import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type FrenchCatalogue, fr } from './fr/catalogue';
import { frenchSpaces } from './french-spaces';
import { chooseLanguage, isLanguage, type Language, readStoredLanguage, storeLanguage } from './language';

/** French is bundled; English travels only to those who read it. */
const catalogues = { fr: () => Promise.resolve(fr), en: () => import('./en/catalogue').then((module) => module.en) };

async function loadCatalogue(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return;
  const catalogue = await catalogues[language]();
  for (const [namespace, texts] of Object.entries(catalogue)) i18next.addResourceBundle(language, namespace, texts);
}

/** Words of one page, which bring themselves: they come with its code, and no other page waits for them. */
export function addFrench(texts: Partial<FrenchCatalogue>): void {
  for (const [namespace, words] of Object.entries(texts)) {
    if (i18next.isInitialized) i18next.addResourceBundle('fr', namespace, words);
    else early.push([namespace, words]);
  }
}
const early: [string, object][] = [];

/** French words of the pages behind an account, added once before the first of these pages shows. */
export async function loadInsideTexts(): Promise<void> {
  if (i18next.hasResourceBundle('fr', 'account')) return;
  const { insideTexts } = await import('./fr/inside');
  for (const [namespace, texts] of Object.entries(insideTexts)) i18next.addResourceBundle('fr', namespace, texts);
}

export async function startTexts(language = chooseLanguage(location.search, readStoredLanguage(), navigator.languages)): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(frenchSpaces)
    .init({
      postProcess: [frenchSpaces.name],
      lng: language,
      fallbackLng: 'fr',
      defaultNS: 'common',
      ns: Object.keys(fr),
      resources: { fr },
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  for (const [namespace, words] of early) i18next.addResourceBundle('fr', namespace, words);
  await loadCatalogue(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language): Promise<void> {
  await loadCatalogue(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  storeLanguage(language);
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'fr';
}
