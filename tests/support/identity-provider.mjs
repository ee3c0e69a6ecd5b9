/**
 * A real identity provider (oidc-provider) on this machine, in a process of its own: people sign in there without a page, and it can be
 * told to lie. Says its address on the first line; obeys POST /control.
 */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { Provider } from 'oidc-provider';

const [redirectUri, clientId, clientSecret] = process.argv.slice(2);
const KID = 'provider-key';
const signing = await newKey();
const stranger = await newKey();

/** Who signs in next (null: they say no), and in what the next answers lie. */
let orders = { person: null, lies: {} };

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: 'RS256',
      userinfo_signed_response_alg: 'RS256',
    },
  ],
  jwks: { keys: [signing] },
  cookies: { keys: ['only for tests'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true }, claimsParameter: { enabled: true } },
  claims: { email: ['email', 'email_verified'], profile: ['given_name', 'family_name', 'usual_name', 'name'] },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Grant: 600, Interaction: 600, Session: 600 },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...orders.person, sub }) }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: grantAll,
});
provider.use(control);
provider.use(interact);
provider.use(lie);
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);

async function grantAll({ oidc }) {
  const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

async function control(ctx, next) {
  if (ctx.path !== '/control') return next();
  orders = await json(ctx.req);
  ctx.body = 'ok';
}

async function interact(ctx, next) {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const { person } = orders;
  const result = person === null ? { error: 'access_denied' } : { login: { accountId: person.sub } };
  ctx.respond = false;
  await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
}

/** Changes what the provider was about to say, and signs it as told. */
async function lie(ctx, next) {
  await next();
  if (ctx.status !== 200) return;
  const { idToken, userinfo } = orders.lies;
  if (ctx.path === '/token' && idToken !== undefined) ctx.body = { ...ctx.body, id_token: await say(ctx.body.id_token, idToken) };
  if (ctx.path !== '/me' || userinfo === undefined) return;
  if (userinfo.signedBy === 'nobody-in-json') ctx.body = decodeJwt(ctx.body);
  else ctx.body = await say(ctx.body, userinfo);
}

async function say(jwt, { claims = {}, signedBy = 'provider' }) {
  const payload = { ...decodeJwt(jwt), ...claims };
  if (signedBy === 'nobody') return new UnsecuredJWT(payload).encode();
  const key = await importJWK(signedBy === 'stranger' ? stranger : signing, 'RS256');
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: KID }).sign(key);
}

async function newKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: KID, alg: 'RS256', use: 'sig' };
}
