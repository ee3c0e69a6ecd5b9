import type { FrenchCatalogue } from '../fr/catalogue';
import type { SameKeys } from '../same-keys';
import { about } from './about';
import { account } from './account';
import { agreements } from './agreements';
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
import { inbox } from './inbox';
import { interests } from './interests';
import { keep } from './keep';
import { law } from './law';
import { legal } from './legal';
import { map } from './map';
import { media } from './media';
import { members } from './members';
import { method } from './method';
import { messages } from './messages';
import { moderation } from './moderation';
import { need } from './need';
import { opinions } from './opinions';
import { organisations } from './organisations';
import { participation } from './participation';
import { place } from './place';
import { places } from './places';
import { poster } from './poster';
import { projects } from './projects';
import { results } from './results';
import { review } from './review';
import { decisions } from './decisions';
import { roles } from './roles';
import { together } from './together';
import { session } from './session';
import { vocabulary } from './vocabulary';

export const en: SameKeys<FrenchCatalogue> = {
  about,
  account,
  agreements,
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
  inbox,
  interests,
  keep,
  law,
  legal,
  map,
  media,
  members,
  messages,
  method,
  moderation,
  need,
  opinions,
  organisations,
  participation,
  place,
  places,
  poster,
  projects,
  results,
  review,
  decisions,
  roles,
  together,
  session,
  vocabulary,
};
