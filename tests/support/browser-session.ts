import supertest from 'supertest';
import type { TestApp } from './test-app.js';
import { lastMailTo } from './mail.js';

/** A browser on our own pages: it keeps its cookie, also through a change of session. */
export function browserOn(t: TestApp, userAgent = 'Firefox on a test bench'): supertest.Agent {
  return supertest.agent(t.app.getHttpServer()).set('Sec-Fetch-Site', 'same-origin').set('User-Agent', userAgent);
}

/** The secret of the link in the last message to this address, as its page reads it. */
export async function tokenSentTo(t: TestApp, email: string): Promise<string> {
  await t.runJobs();
  const [link] = lastMailTo(t, email).links;
  const token = /#token=([\w-]+)$/.exec(link ?? '')?.[1];
  if (token === undefined) throw new Error(`The last message to ${email} has no link with a token: ${String(link)}`);
  return token;
}

export const PASSWORD = 'cheval pile agrafe batterie';

export interface Registered {
  readonly email: string;
  readonly password: string;
  /** Signed in. */
  readonly browser: supertest.Agent;
}

let people = 0;

/** Someone who signed up, confirmed their address and signed in, by the API alone. */
export async function givenRegistered(t: TestApp, email = `personne${(people += 1)}@example.org`): Promise<Registered> {
  const browser = browserOn(t);
  await browser.post('/api/accounts/sign-up').send({ email, password: PASSWORD, displayName: 'Camille Dupré', language: 'fr' }).expect(202);
  await browser
    .post('/api/accounts/verification/use')
    .send({ token: await tokenSentTo(t, email) })
    .expect(200);
  await browser.post('/api/session').send({ email, password: PASSWORD }).expect(200, { step: 'signed-in' });
  return { email, password: PASSWORD, browser };
}
