import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../../config.js';
import { ROOT } from '../version.js';
import { sendProblem, toProblem } from './problem.filter.js';
import { currentLanguage } from './request-context.js';
import { OUTSIDE_API } from './route-inventory.js';
import { withIntegrity } from './web-integrity.js';
import { type PageMeta, renderPage, WebPages } from './web-page.js';

const RESERVED = new Set<string>(['api', ...OUTSIDE_API]);
/** Hashed by the build, so a name never changes its content. */
const HASHED_ASSET = /[\\/]assets[\\/][^\\/]+$/;
const NOT_FOUND: Record<'fr' | 'en', PageMeta> = {
  fr: { title: 'Page introuvable', description: 'Cette page n’existe pas ou n’existe plus.', status: 404 },
  en: { title: 'Page not found', description: 'This page does not exist, or no longer does.', status: 404 },
};

/** Serves the built web application: files as they are, every other address as its page with a server-made head. */
export function mountWebPages(app: NestExpressApplication, config: Config): void {
  const folder = config.webDist ?? join(ROOT, 'web/dist');
  const shellFile = join(folder, 'index.html');
  if (!existsSync(shellFile)) return;
  const shell = withIntegrity(readFileSync(shellFile, 'utf8'), folder);
  const pages = app.get(WebPages);
  app.useStaticAssets(folder, {
    index: false,
    redirect: false,
    setHeaders: (response: Response, file: string) => {
      response.setHeader('Cache-Control', HASHED_ASSET.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPageAddress(request)) next();
    else servePage(request, response).catch((error: unknown) => sendProblem(response, toProblem(error)));
  });

  async function servePage(request: Request, response: Response): Promise<void> {
    const language = currentLanguage();
    const meta = (await pages.describe(request.path, language)) ?? NOT_FOUND[language];
    if (meta.movedTo !== undefined) {
      // Kept by no cache: what moved may come back.
      response.setHeader('Cache-Control', 'no-store').redirect(301, meta.movedTo);
      return;
    }
    response.status(meta.status ?? 200).setHeader('Cache-Control', 'no-cache');
    response.type('html').send(renderPage(shell, meta, { path: request.path, language }, config));
  }
}

function isPageAddress(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const segments = request.path.split('/');
  return !RESERVED.has(segments[1] ?? '') && !/\.\w+$/.test(segments.at(-1) ?? '');
}
