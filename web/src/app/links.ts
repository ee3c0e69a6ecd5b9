/** The pages of the navigation; the key is the text's name in `common.nav`. */
export const MAIN_LINKS = [
  { key: 'places', to: '/lieux' },
  { key: 'need', to: '/besoin' },
  { key: 'calls', to: '/appels' },
  { key: 'method', to: '/methode' },
] as const;

export const ABOUT_LINKS = [
  { key: 'organisations', to: '/organisations' },
  { key: 'about', to: '/a-propos' },
  { key: 'credits', to: '/credits' },
  { key: 'accessibility', to: '/accessibilite' },
  { key: 'legal', to: '/mentions-legales' },
  { key: 'privacy', to: '/donnees-personnelles' },
] as const;
