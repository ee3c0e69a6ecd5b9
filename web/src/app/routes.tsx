import { root } from './root-route';
import { accountRoutes } from './routes.account';
import { applicationRoutes } from './routes.applications';
import { callRoutes } from './routes.calls';
import { followRoutes } from './routes.follows';
import { importRoutes } from './routes.imports';
import { instructionRoutes } from './routes.instruction';
import { knockRoutes } from './routes.knocks';
import { moderationRoutes } from './routes.moderation';
import { myPlacesRoutes } from './routes.my-places';
import { organisationRoutes } from './routes.organisations';
import { photoRoutes } from './routes.photos';
import { proposalRoutes } from './routes.proposals';
import { projectRoutes } from './routes.projects';
import { searchRoutes } from './routes.search';
import { wordRoutes } from './routes.words';

export const routeTree = root.addChildren([
  ...wordRoutes,
  ...searchRoutes,
  ...accountRoutes,
  ...organisationRoutes,
  ...moderationRoutes,
  ...projectRoutes,
  ...photoRoutes,
  ...importRoutes,
  ...followRoutes,
  ...callRoutes,
  ...applicationRoutes,
  ...instructionRoutes,
  ...myPlacesRoutes,
  ...proposalRoutes,
  ...knockRoutes,
]);
