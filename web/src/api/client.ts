import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../text/i18n';
import { ProblemError, readProblem } from './problem';
import { send } from './refusals';
import type { paths } from './schema.gen';

/** Sentences that come from the server (refusals, explanations) are asked for in the language being read. */
const inReadersLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
};

/** The API on the same origin. Paths, parameters and answers are typed by the generated schema. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });
api.use(inReadersLanguage);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a successful answer; a refusal is thrown as a `ProblemError`, a network failure as the browser's TypeError. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok && data !== undefined) return data;
  throw new ProblemError(readProblem(response.status, error, response.headers.get('x-request-id')));
}

/** The same for acts that answer nothing (204). */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answer;
  if (!response.ok) throw new ProblemError(readProblem(response.status, error, response.headers.get('x-request-id')));
}
