import type { Request } from 'express';
import type { SessionData } from 'express-session';
import type { Actor } from './permission.js';
import { deviceOf } from './network-address.js';

/** What a session remembers. Kept in the database, never in the cookie, which holds an unguessable number only. */
export interface SessionState {
  /** Known to its person, in the list of sessions; the secret number itself never leaves the cookie. */
  publicId?: string;
  accountId?: string;
  /** The account's number when this was opened: a higher one there has ended it. */
  epoch?: number;
  startedAt?: string;
  seenAt?: string;
  /** When the password, link or identity provider was last used: opens the operations marked `fresh`. */
  freshAt?: string;
  secondFactorAt?: string;
  /** Coarse on purpose: enough for its person to recognise it. */
  device?: { readonly userAgent: string; readonly network: string };
  /** Someone who gave the right password and still owes the second factor. */
  pending?: { readonly accountId: string; readonly epoch: number; readonly until: string; readonly method: SignInMethod };
  /** A sign-in under way at an identity provider. */
  oidc?: {
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    /** The provider had to ask again, because someone was signed in already. */
    readonly again: boolean;
    readonly returnTo: string;
    /** The account an identity is to be linked to; null = a plain sign-in. */
    readonly linkFor: string | null;
    readonly until: string;
  };
  /** The organisation the person works for at the moment. */
  actingFor?: string | null;
  /** Is in the table already: from then on only changed there, never written back. */
  stored?: boolean;
}
export type SignInMethod = 'password' | 'link' | 'oidc';

declare module 'express-session' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way express-session is told its content
  interface SessionData extends SessionState {}
}
declare module 'express' {
  interface Request {
    /** Set by the guard; null for a stranger. */
    actor?: Actor | null;
  }
}

/** How long sessions live; the shorter one is for those who look after the service. OWASP ASVS 5.0, 7.3. */
export const SESSION_LIMITS = {
  person: { idleMs: 7 * 86_400_000, absoluteMs: 30 * 86_400_000 },
  platform: { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 },
} as const;
/** Writing “seen now” at each request would cost a write per read. */
const SEEN_EVERY_MS = 60_000;

export function isExpired({ startedAt, seenAt }: SessionState, platform: boolean, now: Date): boolean {
  if (startedAt === undefined || seenAt === undefined) return false;
  const { idleMs, absoluteMs } = SESSION_LIMITS[platform ? 'platform' : 'person'];
  return now.getTime() - Date.parse(seenAt) > idleMs || now.getTime() - Date.parse(startedAt) > absoluteMs;
}

export function markSeen(session: SessionData, now: Date): void {
  if (session.seenAt === undefined || now.getTime() - Date.parse(session.seenAt) > SEEN_EVERY_MS) session.seenAt = now.toISOString();
}

/**
 * Opens a session for a person under a new secret number: one planted before signing in is worth nothing afterwards.
 * @param state at least `accountId`; instants and device are filled in
 */
export async function openSession(request: Request, state: SessionState, publicId: string, now: Date): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
  const at = now.toISOString();
  Object.assign(request.session, { publicId, startedAt: at, seenAt: at, freshAt: at, device: deviceOf(request), ...state });
  await saveSession(request);
}

/** The same session under a new secret number, when what it opens has grown: whoever had learnt the former one is left behind. */
export async function renewSession(request: Request, changes: SessionState, now: Date): Promise<void> {
  const { cookie: _cookie, stored: _stored, publicId = '', ...kept } = request.session;
  await openSession(request, { ...(kept as SessionState), ...changes }, publicId, now);
}

/** Saved before the answer leaves: what was acknowledged holds at the very next request. */
export function saveSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

export function closeSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
