import { common } from './common';
import { errors } from './errors';
import { follows } from './follows';
import { home } from './home';
import { map } from './map';
import { method } from './method';
import { need } from './need';
import { place } from './place';
import { places } from './places';
import { results } from './results';
import { session } from './session';
import { vocabulary } from './vocabulary';
import type { insideTexts } from './inside';

/** What the pages open to everyone say (inside.ts has the rest). One namespace per file; a feature adds its own file and one line here and in the English catalogue. */
export const fr = {
  common,
  errors,
  follows,
  home,
  map,
  method,
  need,
  place,
  places,
  results,
  session,
  vocabulary,
};
export type FrenchCatalogue = typeof fr & typeof insideTexts;
