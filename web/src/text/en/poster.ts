import type { poster as french } from '../fr/poster';
import type { SameKeys } from '../same-keys';

export const poster: SameKeys<typeof french> = {
  word: 'Poster',
  title: 'Poster: {{name}}',
  back: 'Back to the place',
  help: 'One A4 page for the door, the town hall or the platform. The code leads to the public page.',
  print: 'Print the poster',
  notOffered: 'This place is not on offer at the moment: it has no poster.',
  sheet: 'Poster of {{name}}',
  call: 'This place looks for a project',
  upTo: 'up to {{area}} indoors',
  land: '{{area}} of land',
  from: 'available from {{day}}',
  scan: 'Scan the code to see the place, follow it or put forward your project.',
  code: 'Code to scan, leading to {{address}}',
  printedOn: 'printed on {{day}}',
  demo: 'invented place, for demonstration',
};
