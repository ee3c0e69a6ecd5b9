import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { VERSION } from '../version.js';
import { escapeHtml } from './html.js';
import { OPEN_TO_ALL } from './open-data.js';
import { openApiDocument } from './openapi.js';
import { PROBLEMS } from './problem.table.js';
import { currentLanguage } from './request-context.js';

const SWAGGER_UI = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const ASSETS = '/api/docs/assets';
const START_SCRIPT = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });\n`;

/** The OpenAPI document, a page to read it (own files only: it must work under our policy and offline), and the problem list. */
export function mountApiDocs(app: NestExpressApplication): void {
  let document: string | undefined;
  app.useStaticAssets(SWAGGER_UI, { prefix: ASSETS, index: false, maxAge: '1h', fallthrough: true });
  app.use(
    '/api/openapi.json',
    readOnly((_request, response) => {
      document ??= JSON.stringify(openApiDocument(app, VERSION));
      response.set(OPEN_TO_ALL).type('application/json').send(document);
    }),
  );
  app.use(
    '/api/docs/start.js',
    readOnly((_request, response) => response.type('text/javascript').send(START_SCRIPT)),
  );
  app.use(
    '/api/docs/problems',
    readOnly((_request, response) => response.type('html').send(problemsPage())),
  );
  app.use(
    '/api/docs',
    readOnly((_request, response) => response.type('html').send(readingPage())),
  );
}

type Answer = (request: Request, response: Response) => unknown;

/** Exactly this address, GET or HEAD; anything else goes on to “not found”. */
function readOnly(answer: Answer) {
  return (request: Request, response: Response, next: () => void): void => {
    if (request.path !== '/' || !['GET', 'HEAD'].includes(request.method)) next();
    else answer(request, response);
  };
}

function readingPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API · Terrain d’entente</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="${ASSETS}/swagger-ui.css"></head><body><div id="docs"></div>
<noscript><a href="/api/openapi.json">OpenAPI 3.1</a></noscript>
<script src="${ASSETS}/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
}

function problemsPage(): string {
  const language = currentLanguage();
  const heading = language === 'fr' ? 'Refus de l’API et que faire' : 'Refusals of the API and what to do';
  const entries = Object.entries(PROBLEMS).map(([code, line]) => {
    const [title, whatToDo] = line[language];
    return `<section id="${code}"><h2>${escapeHtml(title)}</h2><p><code>${code}</code> · ${line.status}</p><p>${escapeHtml(whatToDo)}</p></section>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${escapeHtml(heading)}</h1>
${entries.join('\n')}</main></body></html>`;
}
