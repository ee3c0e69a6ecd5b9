import type { IDToken, UserInfoResponse } from 'openid-client';
import type { OidcConfig } from '../../../config.oidc.js';
import { mailAddress } from '../../../platform/mail/mail-address.js';
import type { ProvidedIdentity } from './oidc.rules.js';

const MAX_NAME = 100;

/** Claims of the id token and of userinfo, both already proved, as what we need to know. */
export function asIdentity(config: OidcConfig, token: IDToken, userinfo: UserInfoResponse): ProvidedIdentity {
  const email = mailAddress.safeParse(userinfo.email);
  return {
    issuer: token.iss,
    subject: token.sub,
    email: email.success ? email.data : null,
    emailVerified: config.trustsAddresses || userinfo.email_verified === true,
    displayName: nameOf(userinfo) ?? email.data?.split('@')[0] ?? token.sub.slice(0, MAX_NAME),
    multiFactor: isMultiFactor(config, token),
  };
}

/** ProConnect says `usual_name` for the family name. */
function nameOf({ given_name, usual_name, family_name, name }: UserInfoResponse): string | null {
  const parts = [given_name, usual_name ?? family_name].filter((part) => typeof part === 'string');
  const full = (parts.length > 0 ? parts.join(' ') : (name ?? '')).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return full === '' ? null : full.slice(0, MAX_NAME);
}

/** Only the id token tells how the person was recognised this time. */
function isMultiFactor({ multiFactor }: OidcConfig, { acr, amr }: IDToken): boolean {
  const said = [acr, ...(Array.isArray(amr) ? amr : [])];
  return said.some((value) => typeof value === 'string' && multiFactor.includes(value));
}
