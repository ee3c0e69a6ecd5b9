import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Request, RequestHandler } from 'express';
import type { Config } from '../../config.js';
import { Clock } from '../clock.js';
import type { Log } from '../log.js';
import { httpMetrics } from '../observability/metrics.js';
import { requestLog } from '../observability/request-log.js';
import { AccessGuard } from '../access/access.guard.js';
import { sameOriginWrites } from '../access/same-origin.js';
import { sessions } from '../access/session.middleware.js';
import { limitedWrites } from '../access/write-limit.js';
import { mountMailViewer } from '../mail/mail-viewer.js';
import { mountApiDocs } from './api-docs.js';
import { isOneClickForm } from './one-click.js';
import { problem } from './problem.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { pathOf, requestContext } from './request-context.js';
import { bodyInTime, fewHeaders, hasBody, limitRequests } from './request-limits.js';
import { OUTSIDE_API, RouteInventory } from './route-inventory.js';
import { securityHeaders } from './security-headers.js';
import { KnownQueryOnly } from './known-query.interceptor.js';
import { ContractSerializer } from './serializer.interceptor.js';
import { ContractPipe } from './validation.pipe.js';
import { mountWebPages } from './web-static.js';

const BODY_LIMIT = '1mb';

/** Everything between the socket and a controller, in order. `main.ts` and the tests call it on the same application. */
export function configureHttp(app: NestExpressApplication, config: Config, log: Log): NestExpressApplication {
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  limitRequests(app.getHttpServer(), log);
  app.use(requestContext(app.get(Clock)), requestLog(log), httpMetrics, ...securityHeaders(config), fewHeaders, compression());
  const isUpload = uploads(app.get(RouteInventory));
  app.use(sameOriginWrites(config), limitedWrites(config), jsonOnly(isUpload), bodyInTime(isUpload), sessions(app, config));
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API.flatMap((segment) => [segment, `${segment}/{*rest}`]) });
  app.useGlobalGuards(app.get(AccessGuard));
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalInterceptors(new KnownQueryOnly(), app.get(ContractSerializer));
  app.useGlobalFilters(new ProblemFilter(log, app.get(RouteInventory)));
  mountApiDocs(app);
  mountMailViewer(app, config);
  mountWebPages(app, config);
  app.use(refuseUnknown(app.get(RouteInventory)));
  app.enableShutdownHooks();
  return app;
}

type IsUpload = (request: Request) => boolean;

/** A file on its way to one of the few routes that take one. */
function uploads(routes: RouteInventory): IsUpload {
  return (request) => request.is('multipart/form-data') !== false && routes.takesFile(request.method, pathOf(request));
}

/** The body parser silently ignores other formats, which would then read as “missing”: say what is wrong instead. */
function jsonOnly(isUpload: IsUpload): RequestHandler {
  return (request, response, next) => {
    const isRead = request.is('application/json') || isOneClickForm(request) || isUpload(request);
    if (hasBody(request) && !isRead) sendProblem(response, problem('unsupported-media-type'));
    else next();
  };
}

/** NestJS answers for unknown addresses under its prefix only; express would answer for the others, in HTML of its own. */
function refuseUnknown(routes: RouteInventory): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith('/api/') || routes.methodsOf(request.path).length > 0) next();
    else sendProblem(response, problem('not-found'));
  };
}
