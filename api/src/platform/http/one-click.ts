import type { Request } from 'express';

/**
 * Addresses that mail programs post to by themselves when a person presses their own “unsubscribe” (RFC 8058): without cookie, as a
 * form, from wherever they run. What the address holds is the whole authority, so the two checks of our own pages do not apply.
 */
export const ONE_CLICK = '/api/unsubscribe/';

export function isOneClick(request: Request): boolean {
  return request.method === 'POST' && request.path.startsWith(ONE_CLICK);
}

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The body RFC 8058 prescribes says nothing that the address does not: it is accepted and left unread. */
export function isOneClickForm(request: Request): boolean {
  return isOneClick(request) && FORM_TYPES.some((type) => request.is(type) !== false);
}
