import { account } from './account';
import { compare } from './compare';
import { applications } from './applications';
import { calls } from './calls';
import { desk } from './desk';
import { imports } from './imports';
import { keep } from './keep';
import { media } from './media';
import { members } from './members';
import { moderation } from './moderation';
import { organisations } from './organisations';
import { participation } from './participation';
import { poster } from './poster';
import { projects } from './projects';
import { roles } from './roles';
import { together } from './together';

/** What only accounts, organisations, projects, comparisons, posters, proposals and moderation say: it travels with their pages, not with the first one. */
export const insideTexts = {
  account,
  applications,
  calls,
  compare,
  desk,
  imports,
  keep,
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
