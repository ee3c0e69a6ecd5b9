import type { FrenchCatalogue } from '../fr/catalogue';
import type { SameKeys } from '../same-keys';
import { about } from './about';
import { account } from './account';
import { applications } from './applications';
import { calls } from './calls';
import { common } from './common';
import { compare } from './compare';
import { desk } from './desk';
import { errors } from './errors';
import { follows } from './follows';
import { home } from './home';
import { imports } from './imports';
import { instruction } from './instruction';
import { keep } from './keep';
import { legal } from './legal';
import { map } from './map';
import { media } from './media';
import { members } from './members';
import { method } from './method';
import { moderation } from './moderation';
import { need } from './need';
import { organisations } from './organisations';
import { participation } from './participation';
import { place } from './place';
import { places } from './places';
import { poster } from './poster';
import { projects } from './projects';
import { results } from './results';
import { roles } from './roles';
import { together } from './together';
import { session } from './session';
import { vocabulary } from './vocabulary';

export const en: SameKeys<FrenchCatalogue> = {
  about,
  account,
  applications,
  calls,
  common,
  compare,
  desk,
  errors,
  follows,
  home,
  imports,
  instruction,
  keep,
  legal,
  map,
  media,
  members,
  method,
  moderation,
  need,
  organisations,
  participation,
  place,
  places,
  poster,
  projects,
  results,
  roles,
  together,
  session,
  vocabulary,
};
