import { root } from './root-route';
import { accountRoutes } from './routes.account';
import { agreementRoutes } from './routes.agreements';
import { applicationRoutes } from './routes.applications';
import { callRoutes } from './routes.calls';
import { followRoutes } from './routes.follows';
import { importRoutes } from './routes.imports';
import { instructionRoutes } from './routes.instruction';
import { inboxRoutes } from './routes.inbox';
import { knockRoutes } from './routes.knocks';
import { lawRoutes } from './routes.law';
import { moderationRoutes } from './routes.moderation';
import { myPlacesRoutes } from './routes.my-places';
import { organisationRoutes } from './routes.organisations';
import { photoRoutes } from './routes.photos';
import { proposalRoutes } from './routes.proposals';
import { projectRoutes } from './routes.projects';
import { reviewRoutes } from './routes.review';
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
  ...inboxRoutes,
  ...callRoutes,
  ...applicationRoutes,
  ...instructionRoutes,
  ...lawRoutes,
  ...reviewRoutes,
  ...agreementRoutes,
  ...myPlacesRoutes,
  ...proposalRoutes,
  ...knockRoutes,
]);
