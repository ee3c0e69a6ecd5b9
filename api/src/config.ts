import { z } from 'zod';
import { type FilesConfig, filesEnvironment, filesFaults, readFiles } from './config.files.js';
import { type MailConfig, mailEnvironment, mailFaults, readMail } from './config.mail.js';
import { type OidcConfig, oidcEnvironment, oidcFaults, readOidc } from './config.oidc.js';
import { type PublisherConfig, publisherEnvironment, publisherFaults, readPublisher } from './config.publisher.js';
import { readSecretFiles } from './config.secrets.js';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (protocol: RegExp) => z.url({ protocol, error: (issue) => (issue.input === undefined ? 'is required' : 'is not a valid URL') });
const httpUrl = url(/^https?$/);

/** One line per variable: what it is for belongs to docs/configuration in the runbook, what it may hold belongs here. */
const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: httpUrl.optional(),
  DATABASE_URL: url(/^postgres(ql)?$/),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  DATABASE_STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(0).max(3_600_000).default(15_000),
  WORKER: z.enum(['inline', 'off']).default('inline'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** One secret for the installation; keys for each purpose are derived from it. `openssl rand -base64 32` */
  APP_SECRET: z.string().min(32).optional(),
  RATE_LIMIT_FACTOR: z.coerce.number().int().min(1).max(1_000_000).default(1),
  METRICS_TOKEN: z.string().min(16).optional(),
  MAP_TILES_URL: httpUrl.optional(),
  MAP_TILES_ATTRIBUTION: z.string().max(300).optional(),
  /** RFC 9116 wants an address with its scheme; a bare e-mail address is what people write. */
  SECURITY_CONTACT: z
    .string()
    .max(200)
    .transform((contact) => (/^[^\s:@]+@[^\s:@]+$/.test(contact) ? `mailto:${contact}` : contact))
    .pipe(url(/^(mailto|https|tel)$/))
    .optional(),
  /** Where the numbers of organisations are looked up: a table on the disk, a service, both or neither. */
  REGISTER_FILE: z.string().optional(),
  REGISTER_URL: httpUrl.optional(),
  WEB_DIST: z.string().optional(),
  ...filesEnvironment,
  ...mailEnvironment,
  ...oidcEnvironment,
  ...publisherEnvironment,
});

export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string;
  readonly database: { readonly url: string; readonly poolMax: number; readonly statementTimeoutMs: number };
  readonly worker: 'inline' | 'off';
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  /** Number of reverse proxies in front of us whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: number;
  /** Null on a laptop: one is made under `.local/`. */
  readonly appSecret: string | null;
  /** Multiplies every limit of attempts: for networks of many people behind one address. */
  readonly rateLimitFactor: number;
  readonly metricsToken: string | null;
  readonly mapTiles: { readonly url: string; readonly attribution: string } | null;
  readonly securityContact: string | null;
  /** Registers of organisations to ask, beside our own rows. */
  readonly register: { readonly file: string | null; readonly url: string | null };
  /** Folder of the built web pages; null = `web/dist` of this checkout. */
  readonly webDist: string | null;
  readonly files: FilesConfig;
  readonly mail: MailConfig;
  /** Null: people sign in by password and by link only. */
  readonly oidc: OidcConfig | null;
  /** Who answers for this installation; null = not said. */
  readonly publisher: PublisherConfig | null;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads and checks the environment once, at start. @throws ConfigError listing every fault in one message. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable (`PORT=`) is how compose files say “not given”.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const secrets = readSecretFiles(given as Readonly<Record<string, string>>);
  const result = environment
    .superRefine((env, context) =>
      [...mailFaults(env), ...oidcFaults(env), ...publisherFaults(env), ...filesFaults(env)].forEach((fault) =>
        context.addIssue({ code: 'custom', ...fault }),
      ),
    )
    .safeParse(secrets.variables);
  if (secrets.faults.length > 0 || !result.success) {
    const unread = secrets.faults.map((fault) => fault.split('_FILE:', 1)[0]);
    const wrong = (result.error?.issues ?? [])
      .filter((issue) => !unread.includes(issue.path.join('.')))
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw unusable([...secrets.faults, ...wrong]);
  }
  const env = result.data;
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  refuseUnsafe(env, publicUrl);
  return {
    environment: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    database: { url: env.DATABASE_URL, poolMax: env.DATABASE_POOL_MAX, statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS },
    worker: env.WORKER,
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUST_PROXY,
    appSecret: env.APP_SECRET ?? null,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    metricsToken: env.METRICS_TOKEN ?? null,
    mapTiles: env.MAP_TILES_URL ? { url: env.MAP_TILES_URL, attribution: env.MAP_TILES_ATTRIBUTION ?? '' } : null,
    securityContact: env.SECURITY_CONTACT ?? null,
    register: { file: env.REGISTER_FILE ?? null, url: env.REGISTER_URL ?? null },
    webDist: env.WEB_DIST ?? null,
    files: readFiles(env),
    mail: readMail(env),
    oidc: readOidc(env),
    publisher: readPublisher(env),
  };
}

/** What would run and not be safe: better not to start. */
function refuseUnsafe({ NODE_ENV, APP_SECRET }: z.infer<typeof environment>, publicUrl: string): void {
  const { protocol, hostname } = new URL(publicUrl);
  const onThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'http:' && !onThisMachine) {
    throw new ConfigError('PUBLIC_URL must be https: people sign in, and a session cookie never travels in the clear.');
  }
  if (NODE_ENV === 'production' && APP_SECRET === undefined) {
    throw new ConfigError('APP_SECRET is required in production: 32 characters or more, for instance from `openssl rand -base64 32`.');
  }
}

function unusable(faults: readonly string[]): ConfigError {
  const list = faults.map((fault) => `  - ${fault}`).join('\n');
  return new ConfigError(`The configuration is not usable; correct these environment variables:\n${list}`);
}
