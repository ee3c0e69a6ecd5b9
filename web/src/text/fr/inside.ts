import { about } from './about';
import { account } from './account';
import { compare } from './compare';
import { applications } from './applications';
import { calls } from './calls';
import { desk } from './desk';
import { imports } from './imports';
import { instruction } from './instruction';
import { keep } from './keep';
import { legal } from './legal';
import { media } from './media';
import { members } from './members';
import { moderation } from './moderation';
import { organisations } from './organisations';
import { participation } from './participation';
import { poster } from './poster';
import { projects } from './projects';
import { roles } from './roles';
import { together } from './together';

/** What only accounts, organisations, projects, calls, comparisons, posters, proposals, moderation and legal pages say: it travels with them, not with the first page. */
export const insideTexts = {
  about,
  account,
  applications,
  calls,
  compare,
  desk,
  imports,
  instruction,
  keep,
  legal,
  media,
  members,
  moderation,
  organisations,
  participation,
  poster,
  projects,
  roles,
  together,
};
