import type { legal as french } from '../fr/legal';
import type { SameKeys } from '../same-keys';

export const legal: SameKeys<typeof french> = {
  legalTitle: 'Legal notice',
  publisher: 'Publisher',
  publisherText:
    'Each installation of Terrain d’entente is published by the authority or body that runs it. Its name and address are on the installation’s contact page.',
  software: 'Software',
  softwareText: 'The software is free, under the European Union Public Licence (EUPL-1.2).',
  advice: 'This service is not legal advice',
  adviceText: 'Rules are quoted with their article. Before signing, have the deed checked by a lawyer or by the State’s services.',
  privacy: 'Your data',
  privacyText:
    'Looking at places and trying a need require no account. Your language and theme are kept on your device; no tracker, no audience measurement by a third party.',
  accessibilityTitle: 'Accessibility',
  accessibilityLead: 'We aim at conformity with RGAA and WCAG 2.2, level AA.',
  done: 'What is done',
  done1: 'Every map has an equivalent list, usable with the keyboard and a screen reader.',
  done2: 'Contrasts checked in both themes; information is never carried by colour alone.',
  done3: 'Pages usable at 320 pixels wide and with text doubled; reduced motion when you ask for it.',
  done4: 'Every page is checked by an automatic tool at each change.',
  limits: 'What remains to be done',
  limitsText:
    'No full audit by a third party has taken place yet: the rate of conformity is not established. Drawing an area on the map needs a pointer; choosing territories or a radius gives the same result with the keyboard.',
  creditsTitle: 'Sources and credits',
  creditsLead: 'Each sheet says where each value comes from. These are the producers whose data may be present.',
  producer: 'Producer',
  dataset: 'Data',
  licence: 'Licence',
  shareAlike: 'Data under the ODbL stay in separate tables and are redistributed under the same licence.',
  fonts: 'Fonts',
  fontsText: 'Atkinson Hyperlegible Next (Braille Institute) and Bricolage Grotesque (Mathieu Triay), under the SIL OFL 1.1 licence.',
  icons: 'Icons and map',
  iconsText: 'Lucide icons (ISC). MapLibre map (BSD-3-Clause). Drawings of places: Terrain d’entente, EUPL-1.2.',
  data: {
    stations: 'List of stations',
    stops: 'Regional train timetables',
    brownfields: 'Cartofriches, national inventory of brownfields',
    communes: 'Official geographic code',
    contours: 'Admin Express',
    labels: 'Public-policy areas',
    towns: 'Points of towns',
    outline: 'Outlines of countries (offline background map)',
  },
};
