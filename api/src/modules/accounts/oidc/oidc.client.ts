import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { Config } from '../../../config.js';
import type { OidcConfig } from '../../../config.oidc.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { Problem, problem } from '../../../platform/http/problem.js';
import { OutboundHttp } from '../../../platform/outbound-http.js';
import { asIdentity } from './oidc.claims.js';
import type { ProvidedIdentity } from './oidc.rules.js';
import type { OidcAnswer } from './oidc.schemas.js';

const TIMEOUT_SECONDS = 5;
const KEPT_MS = 3_600_000;

/** What must come back unchanged from the provider, kept in the session meanwhile. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The provider had to ask again who it is, rather than remember. */
  readonly again: boolean;
}

/** How long ago, at most, someone asked again may have answered. */
const AGAIN_WITHIN_SECONDS = 300;

/**
 * The configured identity provider, by openid-client: authorization code with PKCE, state and nonce, id token and userinfo signed and
 * their signatures checked. Its description is read at the first sign-in and kept an hour: the service starts without it.
 */
@Injectable()
export class OidcClient {
  private known: { readonly configuration: openid.Configuration; readonly until: number } | null = null;

  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly outbound: OutboundHttp,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` when no provider is configured, `identity-provider-down` when it does not answer */
  async start(again: boolean): Promise<{ readonly url: URL; readonly challenge: Challenge }> {
    const configuration = await this.configuration();
    const challenge = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier(), again };
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      scope: this.oidc.scopes,
      state: challenge.state,
      nonce: challenge.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(challenge.verifier),
      code_challenge_method: 'S256',
      // Voluntary claims: how the person was recognised this time.
      ...(this.oidc.multiFactor.length > 0 ? { claims: JSON.stringify({ id_token: { acr: null, amr: null } }) } : {}),
      ...(again ? { prompt: 'login', max_age: String(AGAIN_WITHIN_SECONDS) } : {}),
    });
    return { url, challenge };
  }

  /**
   * @param query what the provider sent back with the person
   * @throws Problem also `identity-refused` when the person or the provider said no, `identity-not-trusted` when the answer proves nothing
   */
  async finish(query: OidcAnswer, { state, nonce, verifier, again }: Challenge): Promise<ProvidedIdentity> {
    const configuration = await this.configuration();
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, addressOf(this.redirectUri, query), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        ...(again ? { maxAge: AGAIN_WITHIN_SECONDS } : {}),
      });
      const claims = tokens.claims()!;
      const userinfo = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return asIdentity(this.oidc, claims, userinfo);
    } catch (error) {
      throw asProblem(error);
    }
  }

  get isConfigured(): boolean {
    return this.config.oidc !== null;
  }

  private get oidc(): OidcConfig {
    if (this.config.oidc === null) throw problem('not-found');
    return this.config.oidc;
  }

  private get redirectUri(): string {
    return `${this.config.publicUrl}/api/session/oidc/callback`;
  }

  private async configuration(): Promise<openid.Configuration> {
    const now = this.clock.now().getTime();
    if (this.known !== null && this.known.until > now) return this.known.configuration;
    const configuration = await this.discover(this.oidc);
    this.known = { configuration, until: now + KEPT_MS };
    return configuration;
  }

  private async discover({ issuer, clientId, clientSecret, signedWith }: OidcConfig): Promise<openid.Configuration> {
    const metadata = { id_token_signed_response_alg: signedWith, userinfo_signed_response_alg: signedWith };
    const extensions = [openid.enableNonRepudiationChecks];
    // The configuration allows plain http on this machine only.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated as a warning to those who would use it elsewhere
    if (issuer.startsWith('http:')) extensions.push(openid.allowInsecureRequests);
    try {
      return await openid.discovery(new URL(issuer), clientId, metadata, openid.ClientSecretPost(clientSecret), {
        [openid.customFetch]: (url, init) => this.outbound.fetch(new URL(url), init as RequestInit),
        execute: extensions,
        timeout: TIMEOUT_SECONDS,
      });
    } catch (error) {
      throw new Problem('identity-provider-down', {}, { cause: error });
    }
  }
}

function addressOf(page: string, query: OidcAnswer): URL {
  const address = new URL(page);
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string') address.searchParams.set(name, value);
  return address;
}

/** The provider's own “no”, a network that fails, or an answer that cannot be trusted. Its words go to the log only. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof openid.AuthorizationResponseError) return new Problem('identity-refused', {}, { cause: error });
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const isNetwork = error instanceof TypeError && code === undefined && cause instanceof Error;
  const isTimeout = code === 'OAUTH_TIMEOUT';
  return new Problem(isNetwork || isTimeout ? 'identity-provider-down' : 'identity-not-trusted', {}, { cause: error });
}
