import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { asText } from '../lib/search-string';
import { isLanguage, type Language } from '../text/language';
import { Layout } from './layout';

interface RootSearch {
  readonly lang?: Language;
}

export const root = createRootRoute({
  component: Layout,
  validateSearch: (search: Record<string, unknown>): RootSearch => {
    const lang = asText(search['lang']);
    return isLanguage(lang) ? { lang } : {};
  },
  search: { middlewares: [retainSearchParams(['lang'])] },
});
