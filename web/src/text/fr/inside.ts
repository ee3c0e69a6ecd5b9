import { about } from './about';
import { account } from './account';
import { compare } from './compare';
import { agreements } from './agreements';
import { applications } from './applications';
import { calls } from './calls';
import { desk } from './desk';
import { home } from './home';
import { method } from './method';
import { need } from './need';
import { place } from './place';
import { results } from './results';
import { imports } from './imports';
import { instruction } from './instruction';
import { inbox } from './inbox';
import { interests } from './interests';
import { keep } from './keep';
import { law } from './law';
import { legal } from './legal';
import { media } from './media';
import { members } from './members';
import { messages } from './messages';
import { moderation } from './moderation';
import { opinions } from './opinions';
import { organisations } from './organisations';
import { participation } from './participation';
import { poster } from './poster';
import { projects } from './projects';
import { review } from './review';
import { decisions } from './decisions';
import { roles } from './roles';
import { together } from './together';

/** What accounts, organisations, projects, calls, comparisons, posters, proposals, moderation and legal pages say, besides the catalogue: it travels with them, not with the first page. */
export const insideTexts = {
  about,
  account,
  agreements,
  applications,
  calls,
  compare,
  desk,
  home,
  method,
  need,
  place,
  results,
  imports,
  instruction,
  inbox,
  interests,
  keep,
  law,
  legal,
  media,
  members,
  messages,
  moderation,
  opinions,
  organisations,
  participation,
  poster,
  projects,
  review,
  decisions,
  roles,
  together,
};
