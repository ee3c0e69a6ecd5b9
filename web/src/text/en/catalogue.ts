import type { FrenchCatalogue } from '../fr/catalogue';
import type { SameKeys } from '../same-keys';
import { about } from './about';
import { account } from './account';
import { common } from './common';
import { desk } from './desk';
import { errors } from './errors';
import { follows } from './follows';
import { home } from './home';
import { imports } from './imports';
import { keep } from './keep';
import { legal } from './legal';
import { map } from './map';
import { media } from './media';
import { members } from './members';
import { method } from './method';
import { moderation } from './moderation';
import { need } from './need';
import { organisations } from './organisations';
import { place } from './place';
import { places } from './places';
import { projects } from './projects';
import { results } from './results';
import { roles } from './roles';
import { together } from './together';
import { session } from './session';
import { vocabulary } from './vocabulary';

export const en: SameKeys<FrenchCatalogue> = {
  about,
  account,
  common,
  desk,
  errors,
  follows,
  home,
  imports,
  keep,
  legal,
  map,
  media,
  members,
  method,
  moderation,
  need,
  organisations,
  place,
  places,
  projects,
  results,
  roles,
  together,
  session,
  vocabulary,
};
