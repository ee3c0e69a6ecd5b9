import { configure } from '@testing-library/react';
import { json, problem } from './page';

// The first visit of a page compiles it: on a busy machine that is longer than the library's own patience.
configure({ asyncUtilTimeout: 15_000 });

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}
type Answer = unknown;

const asked: Asked[] = [];
export function requests(method: string, path: string): readonly Asked[] {
  return asked.filter((request) => request.method === method && request.path === path);
}

/** What the API answers to `METHOD /path`: a value, a response, or a function of the body. Anything else is a 404 problem. */
export function serve(answers: Readonly<Record<string, Answer>>): void {
  asked.length = 0;
  localStorage.clear();
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const path = decodeURIComponent(new URL(request.url).pathname);
    const text = await request.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    asked.push({ method: request.method, path, body });
    const answer = answers[`${request.method} ${path}`];
    if (answer === undefined) return problem(404, 'not-found', 'Introuvable');
    const given: unknown = typeof answer === 'function' ? (answer as (body: unknown) => unknown)(body) : answer;
    return given instanceof Response ? given.clone() : json(given);
  };
}

export const refused = (status: number, code: string, title: string, whatToDo = 'Recommencez.') =>
  problem(status, code, title, { whatToDo });
export const faulty = (...errors: readonly (readonly [pointer: string, message: string])[]) =>
  problem(422, 'invalid-input', 'Valeurs à corriger', { errors: errors.map(([pointer, message]) => ({ in: 'body', pointer, message })) });

const signInWays = { password: true, link: true, oidc: null };
export const visitor = { account: null, memberships: [], actingFor: null, signInWays };

export const account = {
  id: '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f',
  email: 'camille@exemple.fr',
  emailVerified: true,
  displayName: 'Camille Durand',
  language: 'fr',
  platformRole: null,
  hasPassword: true,
  secondFactor: { on: false, recoveryCodesLeft: 0 },
  session: { secondFactor: false, fresh: true },
};
export const rotonde = {
  organisationId: '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e01',
  name: 'Ateliers de la Rotonde',
  kind: 'ess',
  state: 'verified',
  role: 'administrator',
  secondFactorRequired: false,
};

/** The answer of `GET /api/me` for someone signed in. */
export const signedIn = (about: Partial<Record<keyof typeof account, unknown>> = {}, memberships: readonly object[] = []) => ({
  account: { ...account, ...about },
  memberships,
  actingFor: null,
  signInWays,
});
