import { account } from './account';
import { members } from './members';
import { moderation } from './moderation';
import { organisations } from './organisations';
import { projects } from './projects';
import { roles } from './roles';

/** What only accounts, organisations, projects and moderation say: it travels with their pages, not with the first one. */
export const insideTexts = { account, members, moderation, organisations, projects, roles };
