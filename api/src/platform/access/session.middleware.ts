import type { NestExpressApplication } from '@nestjs/platform-express';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { poolOf } from '../../database/data-source.js';
import { AppSecret } from './app-secret.js';
import { SESSION_LIMITS } from './session.js';
import { sessionStore } from './session-store.js';

const HOUR_SECONDS = 3_600;

/** Sessions in the database, behind a cookie no script and no other site can use (docs/adr/0042). Made at the first request: documents need none. */
export function sessions(app: NestExpressApplication, config: Config): RequestHandler {
  let handler: RequestHandler | null = null;
  return (request, response, next) => {
    if (!request.path.startsWith('/api/')) {
      next();
      return;
    }
    handler ??= makeHandler(app, config);
    handler(request, response, next);
  };
}

function makeHandler(app: NestExpressApplication, config: Config): RequestHandler {
  const { secure, name } = sessionCookie(config);
  return session({
    store: sessionStore({
      pool: poolOf(app.get<DataSource>(getDataSourceToken())),
      pruneEverySeconds: config.worker === 'inline' ? HOUR_SECONDS : false,
    }),
    name,
    secret: app.get(AppSecret).key('session-cookie').toString('base64url'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, secure, sameSite: 'lax', path: '/', maxAge: SESSION_LIMITS.person.absoluteMs },
  });
}

/** `__Host-` binds the cookie to this very host over TLS; browsers refuse that name on plain http://localhost. */
export function sessionCookie({ publicUrl }: Pick<Config, 'publicUrl'>): { readonly name: string; readonly secure: boolean } {
  const secure = publicUrl.startsWith('https:');
  return { secure, name: secure ? '__Host-terrain' : 'terrain-local' };
}
