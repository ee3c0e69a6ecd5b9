import type { home as french } from '../fr/home';
import type { SameKeys } from '../same-keys';

export const home: SameKeys<typeof french> = {
  headline: 'Places wait. Projects look. Here is the common ground.',
  lead: 'Disused stations, brownfields, workshops and public land: owners offer them, social-economy organisations describe their need, and the service says what fits and why.',
  search: {
    tabs: 'What are you looking for?',
    place: 'A place',
    need: 'A place for my project',
    placeLabel: 'Commune, name of a place or word',
    placePlaceholder: 'Langres, shed, workshop…',
    needText:
      'Say in ten minutes what you need: area, zone, budget, dates. You will see what fits, what is missing and which questions to ask. No account, nothing is kept.',
    needAction: 'Describe my need',
  },
  figures: {
    title: 'Right now',
    offered_one: 'place on offer',
    offered_other: 'places on offer',
    leads_one: 'lead to check',
    leads_other: 'leads to check',
    projects_one: 'project looking',
    projects_other: 'projects looking',
    area: '{{area}} to bring back into use',
    demo: 'Some of these places are fictional: they are demonstration data.',
  },
  map: {
    title: 'On the map',
    text: 'Full discs are places offered by their owner.',
    open: 'Open the search',
  },
  regions: {
    title: 'Places by region',
    offered_one: '{{formatted}} place on offer',
    offered_other: '{{formatted}} places on offer',
    leads_one: '{{formatted}} lead',
    leads_other: '{{formatted}} leads',
  },
  doors: {
    title: 'Three platforms, one common ground',
    platform: 'Platform {{letter}}',
    ownerTitle: 'I have a place',
    ownerText: 'Your station, brownfield or premises may already be known. See what open data say about it.',
    ownerAction: 'See the leads',
    needTitle: 'I need a place',
    needText: 'Describe the activity, area, zone and budget: every answer explains itself, criterion by criterion.',
    needAction: 'Describe my need',
    residentTitle: 'I live here',
    residentText: 'Type the name of your commune to learn what becomes of the station next door.',
    residentLabel: 'My commune',
  },
  recent: {
    title: 'Recently published',
    all: 'All places',
    empty: 'No place has been published yet. The leads from open data can already be looked at.',
  },
  honest: {
    title: 'What we do not know, we say',
    text: 'Public data are full of blanks. Here a blank remains a blank: it counts neither for nor against, and the question to ask the owner is shown.',
    action: 'How the service works',
  },
};
