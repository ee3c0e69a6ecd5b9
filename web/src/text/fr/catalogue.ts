import { about } from './about';
import { common } from './common';
import { errors } from './errors';
import { home } from './home';
import { legal } from './legal';
import { map } from './map';
import { place } from './place';
import { places } from './places';
import { vocabulary } from './vocabulary';

/** One namespace per file; a feature adds its own file and one line here and in the English catalogue. */
export const fr = { about, common, errors, home, legal, map, place, places, vocabulary };
export type FrenchCatalogue = typeof fr;
