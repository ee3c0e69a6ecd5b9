import { common } from './common';
import { errors } from './errors';
import { follows } from './follows';
import { map } from './map';
import { places } from './places';
import { session } from './session';
import { vocabulary } from './vocabulary';
import type { insideTexts } from './inside';

/** What every page may say: pages open to everyone bring their own words (addFrench), the others all of inside.ts. One namespace per file; a feature adds its own file and one line here and in the English catalogue. */
export const fr = {
  common,
  errors,
  follows,
  map,
  places,
  session,
  vocabulary,
};
export type FrenchCatalogue = typeof fr & typeof insideTexts;
