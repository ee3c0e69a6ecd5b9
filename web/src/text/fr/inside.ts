import { account } from './account';
import { desk } from './desk';
import { imports } from './imports';
import { keep } from './keep';
import { media } from './media';
import { members } from './members';
import { moderation } from './moderation';
import { organisations } from './organisations';
import { projects } from './projects';
import { roles } from './roles';
import { together } from './together';

/** What only accounts, organisations, projects, photos of places and moderation say: it travels with their pages, not with the first one. */
export const insideTexts = { account, desk, imports, keep, media, members, moderation, organisations, projects, roles, together };
