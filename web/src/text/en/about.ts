import type { about as french } from '../fr/about';
import type { SameKeys } from '../same-keys';

export const about: SameKeys<typeof french> = {
  title: 'About',
  lead: 'Terrain d’entente brings together public places that lie dormant and social-economy organisations looking for somewhere to work.',
  whyTitle: 'Why this service',
  why: 'Stations, brownfields and empty workshops wait for a use. Associations, cooperatives and inclusion enterprises look for two hundred square metres. Inventories exist; what was missing is a counter where one can ask, understand the answer and keep the proof.',
  howTitle: 'How it works',
  how1: 'What is not known is shown as not known. A blank never counts as a yes or as a no.',
  how2: 'Every ranking explains itself, criterion by criterion, with the two values compared and the version of the method.',
  how3: 'A place found in open data remains a lead until its owner offers it.',
  how4: 'A list for every map, a keyboard path for every gesture.',
  ownersTitle: 'You have a place',
  owners:
    'Commune, intermunicipal body, region, SNCF, land agency: first look whether your place is already known. A lead becomes an offer when its owner completes and publishes it.',
  ownersAction: 'See the leads already found',
  residentsTitle: 'You live here',
  residents: 'Look up your commune: you will see what is on offer there, what has been spotted there, and what is known about it.',
  residentsAction: 'Look up my commune',
};
