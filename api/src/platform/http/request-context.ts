import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Clock } from '../clock.js';

export type Language = 'fr' | 'en';
export const LANGUAGES = ['fr', 'en'] as const satisfies readonly Language[];

interface RequestContext {
  readonly requestId: string;
  readonly language: Language;
  /** When its headers had been read: a long body, or a queue behind it, makes nobody late. */
  readonly arrivedAt: Date;
}

const current = new AsyncLocalStorage<RequestContext>();
const TRUSTED_REQUEST_ID = /^[\w.-]{8,64}$/;

/** Gives each request an id (a proxy's is kept when it is harmless) and a language, known to everything it calls. */
export function requestContext(clock: Clock): RequestHandler {
  return (request, response, next) => {
    const arrivedAt = clock.now();
    const offered = request.get('x-request-id');
    const requestId = offered !== undefined && TRUSTED_REQUEST_ID.test(offered) ? offered : randomUUID();
    const language = chooseLanguage(request.query['lang'], request);
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('Content-Language', language);
    response.vary('Accept-Language');
    current.run({ requestId, language, arrivedAt }, next);
  };
}

function chooseLanguage(asked: unknown, request: Request): Language {
  if (asked === 'fr' || asked === 'en') return asked;
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

/** Language of the request being served: `?lang=`, else Accept-Language, else French. Outside a request: French. */
export function currentLanguage(): Language {
  return current.getStore()?.language ?? 'fr';
}

/** Id of the request being served, the one in logs and in problems; null outside a request. */
export function currentRequestId(): string | null {
  return current.getStore()?.requestId ?? null;
}

/** The address asked for, without its query string; `request.path` loses what a mounted handler or the prefix consumed. */
export function pathOf(request: Request): string {
  return request.originalUrl.split('?', 1)[0] ?? '/';
}

/** When the headers of the request being served had been read; null outside a request. */
export function currentArrival(): Date | null {
  return current.getStore()?.arrivedAt ?? null;
}

/** A validation message in the reader's language: `z.string().refine(isSiret, said('…', '…'))`. */
export function said(fr: string, en: string): { error: () => string } {
  return { error: () => (currentLanguage() === 'fr' ? fr : en) };
}
