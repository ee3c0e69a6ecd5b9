/** Members that hold a credential, wherever they are in what is logged. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'newPassword',
  'currentPassword',
  'passwordHash',
  'token',
  'accessToken',
  'refreshToken',
  'idToken',
  'secret',
  'recoveryCode',
  'recoveryCodes',
  'codeVerifier',
];
const DEEPEST = 4;

/**
 * `code` is a secret where people send it (second factor, OpenID), and the name of a fault elsewhere (`err.code`).
 * The values a failed statement was given (`parameters`, and PostgreSQL's words on them) may be anything people typed.
 */
const ELSEWHERE = [
  ...['body', 'query', 'params'].flatMap((part) => [`${part}.code`, `req.${part}.code`, `*.${part}.code`]),
  ...['err', 'error'].flatMap((error) => ['parameters', 'detail', 'where', 'driverError'].map((member) => `${error}.${member}`)),
];

/** For pino's `redact`: each name at each depth, since its `*` stands for exactly one level. */
export const SECRET_PATHS: string[] = [
  ...Array.from({ length: DEEPEST }, (_, depth) => '*.'.repeat(depth)).flatMap((above) =>
    SECRET_NAMES.map((name) => (name.includes('-') ? `${above.replace(/\.$/, '')}["${name}"]` : `${above}${name}`)),
  ),
  ...ELSEWHERE,
];

/** What still carries a secret inside a text: parameters of addresses, credentials in addresses, bearer tokens. */
const IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/([?&#](?:token|access_token|id_token|refresh_token|code|state|nonce|secret|client_secret|password|key)=)[^&#\s"\\]+/gi, '$1…'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"\\@]+@/gi, '$1…@'],
  // What ends a subscription is in the path, where RFC 8058 has mail programs post.
  [/(\/unsubscribe\/)[\w-]+/g, '$1…'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 …'],
];

/** The finished line of the log, without the secrets a sentence or an address still holds. */
export function withoutSecrets(line: string): string {
  return IN_TEXT.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
