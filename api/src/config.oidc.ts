import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
export const SIGNING_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** An identity provider people may sign in with (ProConnect, a region's own). */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Shown on the button: “Se connecter avec …”. */
  readonly name: string;
  readonly scopes: string;
  /** The one algorithm accepted for the id token and for userinfo; never `none`, never a shared secret. */
  readonly signedWith: (typeof SIGNING_ALGORITHMS)[number];
  /** Values of `acr` or `amr` which count as our second factor; none = people with a second factor here still give it. */
  readonly multiFactor: readonly string[];
  /** The provider checks addresses itself and does not say so in each answer (ProConnect). */
  readonly trustsAddresses: boolean;
}

export const oidcEnvironment = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().max(200).optional(),
  OIDC_CLIENT_SECRET: z.string().min(16).optional(),
  OIDC_NAME: z.string().max(60).optional(),
  OIDC_SCOPES: z
    .string()
    .regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'must begin with openid')
    .default('openid email profile'),
  OIDC_SIGNED_WITH: z.enum(SIGNING_ALGORITHMS).default('RS256'),
  OIDC_MULTI_FACTOR: z.string().max(1_000).default(''),
  OIDC_EMAIL: z.enum(['verified-claim', 'always-verified']).default('verified-claim'),
};

type OidcEnvironment = z.infer<z.ZodObject<typeof oidcEnvironment>>;
const TOGETHER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;

/** All or none; and no secret sent in the clear. */
export function oidcFaults(env: OidcEnvironment): { readonly path: string[]; readonly message: string }[] {
  const missing = TOGETHER.filter((name) => env[name] === undefined);
  if (missing.length === TOGETHER.length) return [];
  const faults = missing.map((name) => ({
    path: [name],
    message: `is required with ${TOGETHER.filter((other) => other !== name).join(', ')}`,
  }));
  if (env.OIDC_ISSUER !== undefined && !isSafe(new URL(env.OIDC_ISSUER))) faults.push({ path: ['OIDC_ISSUER'], message: 'must be https' });
  return faults;
}

export function readOidc(env: OidcEnvironment): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || name === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    name,
    scopes: env.OIDC_SCOPES,
    signedWith: env.OIDC_SIGNED_WITH,
    multiFactor: env.OIDC_MULTI_FACTOR.split(/[\s,]+/).filter((value) => value !== ''),
    trustsAddresses: env.OIDC_EMAIL === 'always-verified',
  };
}

/** Plain http only within this machine: a provider being tried. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || LOOPBACK.has(hostname);
}
