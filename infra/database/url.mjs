/**
 * @param {{ user: string, password: string, port: number, name: string }} parts
 */
export function databaseUrl({ user, password, port, name }) {
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(name)}`;
}

/**
 * The same address without its password, fit for a screen or a log.
 * @param {string} url
 */
export function withoutPassword(url) {
  return url.replace(/:[^:@/]*@/, ':…@');
}
