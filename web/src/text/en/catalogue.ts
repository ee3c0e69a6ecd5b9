import type { FrenchCatalogue } from '../fr/catalogue';
import type { SameKeys } from '../same-keys';
import { about } from './about';
import { common } from './common';
import { errors } from './errors';
import { home } from './home';
import { legal } from './legal';
import { map } from './map';
import { place } from './place';
import { places } from './places';
import { vocabulary } from './vocabulary';

export const en: SameKeys<FrenchCatalogue> = { about, common, errors, home, legal, map, place, places, vocabulary };
