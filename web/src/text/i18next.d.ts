import type { FrenchCatalogue } from './fr/catalogue';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: FrenchCatalogue;
    enableSelector: false;
  }
}
