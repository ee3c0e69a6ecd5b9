import { type APIRequestContext, type BrowserContext, request } from 'playwright-core';
import { association } from './organisations.js';
import { PASSWORD } from './people.js';
import type { Product } from './product.js';
import { codeShown } from './totp.js';

const PATIENCE_MS = 30_000;

/** Someone signed in by the API alone: the journeys try the pages of sign-up, the others only need to be past them. */
export interface SignedIn {
  readonly cookies: Awaited<ReturnType<BrowserContext['storageState']>>;
  /** @returns the body of the answer; fails when it is a refusal */
  readonly send: (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => Promise<Record<string, unknown>>;
}

/** A person with a confirmed account, signed in. */
export async function givenPerson(product: Product, email: string, displayName: string): Promise<SignedIn> {
  const browser = await browserOf(product);
  await send(browser, 'POST', '/api/accounts/sign-up', { email, password: PASSWORD, displayName, language: 'fr' });
  await send(browser, 'POST', '/api/accounts/verification/use', { token: await tokenSentTo(product, email) });
  await send(browser, 'POST', '/api/session', { email, password: PASSWORD });
  return signedIn(browser);
}

/** An administrator of the service, with the second factor that moderation asks for. */
export async function givenModerator(product: Product, email: string): Promise<SignedIn> {
  const token = /#token=([\w-]+)/.exec(await product.cli('create-admin', email))?.[1];
  const browser = await browserOf(product);
  await send(browser, 'POST', '/api/accounts/reset/use', { token, password: PASSWORD });
  await send(browser, 'POST', '/api/session', { email, password: PASSWORD });
  const { secret } = await send(browser, 'POST', '/api/me/second-factor');
  await send(browser, 'POST', '/api/me/second-factor/confirm', { code: codeShown(String(secret)) });
  return signedIn(browser);
}

/** Claims a commune. @returns the organisation's identifier */
export async function givenCommune(person: SignedIn): Promise<string> {
  const { siret: _siret, legalForm: _legalForm, ...seat } = association;
  const proof = 'Je suis chargée du patrimoine à la mairie, par arrêté du 3 mars.';
  const owner = { ...seat, proof, name: 'Ville de Langres', kind: 'public_owner', ownerKind: 'commune', territoryId: 'commune:52269' };
  return String((await person.send('POST', '/api/organisations', owner))['id']);
}

export async function givenAssociation(person: SignedIn): Promise<string> {
  return String((await person.send('POST', '/api/organisations', association))['id']);
}

/** An organisation of the social economy named like the person who founded it. @returns its identifier */
export async function givenEss(product: Product, name: string): Promise<string> {
  const [row] = await product.sql(
    `insert into organisation (id, name, kind, state, origin, demo, created_at, updated_at)
     values (gen_random_uuid(), $1, 'ess', 'verified', 'claimed', false, now(), now()) returning id`,
    [name],
  );
  await givenMembership(product, String(row?.['id']), name);
  return String(row?.['id']);
}

/** Makes a person an editor: invitations have their own journey. */
export async function givenMembership(product: Product, organisationId: string, displayName: string): Promise<void> {
  await product.sql(
    `insert into membership (organisation_id, account_id, role, created_at, updated_at)
     select $1, id, 'editor', now(), now() from account where display_name = $2`,
    [organisationId, displayName],
  );
}

/** A public owner of the demonstration with two published places. */
export async function ownerOfTwoPlaces(product: Product): Promise<{ organisationId: string; lots: readonly string[] }> {
  const [owner] = await product.sql(`
    select o.id, (array_agg(s.id order by s.id))[1:2] as lots from site s
    join organisation o on o.id = coalesce(s.keeper_organisation_id, s.owner_organisation_id)
    where s.state = 'published' and o.kind = 'public_owner' and o.state = 'verified' group by o.id having count(*) >= 2 order by o.id limit 1`);
  return { organisationId: String(owner?.['id']), lots: owner?.['lots'] as string[] };
}

function browserOf({ url }: Product): Promise<APIRequestContext> {
  return request.newContext({ baseURL: url, extraHTTPHeaders: { 'Sec-Fetch-Site': 'same-origin' } });
}

async function signedIn(browser: APIRequestContext): Promise<SignedIn> {
  return { cookies: await browser.storageState(), send: (method, path, body) => send(browser, method, path, body) };
}

async function send(browser: APIRequestContext, method: string, path: string, body: object = {}): Promise<Record<string, unknown>> {
  const answer = await browser.fetch(path, method === 'GET' ? { method } : { method, data: body });
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

async function tokenSentTo(product: Product, email: string): Promise<string> {
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    const token = /#token=([\w-]+)/.exec((await product.mailsTo(email))[0]?.links[0] ?? '')?.[1];
    if (token !== undefined) return token;
    if (Date.now() > limit) throw new Error(`No link was sent to ${email}.`);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
