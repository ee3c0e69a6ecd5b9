const KEY = 'return-to';
const KEPT_MS = 3_600_000;
/** Pages one signs in from: coming back to them would go round in circles. */
const DOORS = ['/connexion', '/inscription', '/mot-de-passe', '/confirmer-adresse'];

/** The same address when it is a page of ours, else undefined: a link made elsewhere must not lead people away after they sign in. */
export function ownPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || /[\s\\]/.test(value)) return undefined;
  return DOORS.some((door) => value.startsWith(door)) ? undefined : value;
}

/** Kept for those who finish by e-mail: the link they press opens another tab, which comes back to the page that asked. */
export function rememberReturn(path: string | undefined): void {
  try {
    if (path === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ path, at: Date.now() }));
  } catch {
    // Without storage one arrives on one's account, which is no harm.
  }
}

export function takeRememberedReturn(): string | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { path?: unknown; at?: unknown } | null;
    localStorage.removeItem(KEY);
    return typeof stored?.at === 'number' && Date.now() - stored.at < KEPT_MS ? ownPath(stored.path) : undefined;
  } catch {
    return undefined;
  }
}
