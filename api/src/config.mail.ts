import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const NAMED_ADDRESS = /^(?:(?<name>[^<>"\p{Cc}]{1,80}?)\s*<(?<inside>[^<>]+)>|(?<bare>[^<>]+))$/u;

/** How messages leave. `folder` keeps them on this machine, to be read at /api/dev/mail; `off` cancels them. */
export type MailConfig = { readonly from: MailSender } & (
  | { readonly driver: 'smtp'; readonly relay: MailRelay }
  | { readonly driver: 'folder'; readonly folder: string | null }
  | { readonly driver: 'off' }
);

export interface MailSender {
  readonly name: string;
  readonly address: string;
}

export interface MailRelay {
  readonly host: string;
  readonly port: number;
  /** `from-start`: smtps; `required`: STARTTLS or nothing; `none`: this machine, or a catcher on a private network. */
  readonly tls: 'from-start' | 'required' | 'none';
  readonly login: { readonly user: string; readonly pass: string } | null;
}

export const mailEnvironment = {
  MAIL_URL: z
    .string()
    .refine(isRelayUrl, { abort: true, error: 'must be smtp://host:port or smtps://host:port, with nothing after but ?tls=none' })
    .optional(),
  MAIL_FROM: z
    .string()
    .transform(readSender)
    .refine((sender) => sender !== null, { abort: true, error: 'must be an address, or a name followed by <address>' })
    .optional(),
  MAIL_DRIVER: z.enum(['smtp', 'folder', 'off']).optional(),
  MAIL_FOLDER: z.string().optional(),
};

interface MailEnvironment {
  readonly NODE_ENV: 'development' | 'production' | 'test';
  readonly MAIL_URL?: string | undefined;
  readonly MAIL_FROM?: MailSender | null | undefined;
  readonly MAIL_DRIVER?: MailConfig['driver'] | undefined;
  readonly MAIL_FOLDER?: string | undefined;
}

/** Faults that only show when several variables are read together. A service whose mails vanish must not start by accident. */
export function mailFaults(env: MailEnvironment): { path: [string]; message: string }[] {
  const driver = driverOf(env);
  const fault = (name: string, message: string) => [{ path: [name] as [string], message }];
  if (driver === null) return fault('MAIL_URL', 'is required in production (MAIL_DRIVER=off to run without any e-mail)');
  if (driver === 'folder' && env.NODE_ENV === 'production') return fault('MAIL_DRIVER', 'folder is for development only');
  if (driver !== 'smtp') return [];
  if (!env.MAIL_URL) return fault('MAIL_URL', 'is required by MAIL_DRIVER=smtp');
  if (!env.MAIL_FROM) return fault('MAIL_FROM', 'is required with MAIL_URL');
  const { tls, login, host } = relayOf(env.MAIL_URL);
  if (tls === 'none' && login !== null && !LOOPBACK.has(host)) return fault('MAIL_URL', 'sends a password: ?tls=none is refused');
  return [];
}

/** To be called once {@link mailFaults} has found nothing. */
export function readMail(env: MailEnvironment): MailConfig {
  const from = env.MAIL_FROM ?? { name: 'Terrain d’entente', address: 'terrain@localhost' };
  const driver = driverOf(env);
  if (driver === 'smtp' && env.MAIL_URL) return { from, driver, relay: relayOf(env.MAIL_URL) };
  return driver === 'folder' ? { from, driver, folder: env.MAIL_FOLDER ?? null } : { from, driver: 'off' };
}

function driverOf(env: MailEnvironment): MailConfig['driver'] | null {
  if (env.MAIL_DRIVER) return env.MAIL_DRIVER;
  if (env.MAIL_URL) return 'smtp';
  return env.NODE_ENV === 'production' ? null : 'folder';
}

function isRelayUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, username, password } = new URL(text);
  const readable = !/%(?![0-9a-f]{2})/i.test(username + password);
  return /^smtps?:$/.test(protocol) && hostname !== '' && readable && ['', '/'].includes(pathname) && ['', '?tls=none'].includes(search);
}

function relayOf(text: string): MailRelay {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const open = LOOPBACK.has(url.hostname.toLowerCase()) || url.search === '?tls=none';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    tls: secure ? 'from-start' : open ? 'none' : 'required',
    login: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
}

function readSender(text: string): MailSender | null {
  const { name, inside, bare } = NAMED_ADDRESS.exec(text.trim())?.groups ?? {};
  const address = z.email().safeParse(inside ?? bare);
  return address.success ? { name: name?.trim() ?? '', address: address.data } : null;
}
