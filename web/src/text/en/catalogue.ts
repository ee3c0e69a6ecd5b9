import type { FrenchCatalogue } from '../fr/catalogue';
import type { SameKeys } from '../same-keys';
import { about } from './about';
import { common } from './common';
import { errors } from './errors';
import { home } from './home';
import { legal } from './legal';
import { map } from './map';
import { method } from './method';
import { need } from './need';
import { place } from './place';
import { places } from './places';
import { results } from './results';
import { vocabulary } from './vocabulary';

export const en: SameKeys<FrenchCatalogue> = { about, common, errors, home, legal, map, method, need, place, places, results, vocabulary };
