import { useEffect, useState } from 'react';

/**
 * The token of a link received by e-mail (`#token=…`): a fragment is never sent to a server nor to another site. It leaves the address
 * bar at once, so that neither the history nor a shared screen keeps it.
 */
export function useFragmentToken(): string | null {
  const [token] = useState(() => readFragment(location.hash.slice(1)));
  useEffect(() => {
    if (token !== null) history.replaceState(history.state, '', location.pathname + location.search);
  }, [token]);
  return token;
}

/** `token=…`, or the token alone; a short word is the name of a part of the page. */
function readFragment(fragment: string): string | null {
  return new URLSearchParams(fragment).get('token') ?? (/^[\w-]{20,}$/.test(fragment) ? fragment : null);
}

const KEPT_MS = 3_600_000;

/**
 * The same, kept for an hour in this browser: a person who was invited first signs up, reads a mail in another tab, and comes back to
 * the invitation without its address.
 */
export function useKeptToken(name: string): string | null {
  const arrived = useFragmentToken();
  const [kept] = useState(() => readKept(name));
  useEffect(() => {
    if (arrived !== null) keep(name, arrived);
  }, [name, arrived]);
  return arrived ?? kept;
}

function keep(name: string, token: string): void {
  try {
    localStorage.setItem(`token-${name}`, JSON.stringify({ token, at: Date.now() }));
  } catch {
    // Without storage the link of the message works again.
  }
}

function readKept(name: string): string | null {
  try {
    const stored = JSON.parse(localStorage.getItem(`token-${name}`) ?? 'null') as { token?: unknown; at?: unknown } | null;
    const isRecent = typeof stored?.at === 'number' && Date.now() - stored.at < KEPT_MS;
    return isRecent && typeof stored.token === 'string' ? stored.token : null;
  } catch {
    return null;
  }
}

/** Once it has served it opens nothing more. */
export function forgetKeptToken(name: string): void {
  try {
    localStorage.removeItem(`token-${name}`);
  } catch {
    // Nothing was kept.
  }
}
