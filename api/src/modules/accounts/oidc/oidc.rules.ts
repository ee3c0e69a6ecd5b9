/** What a provider says of a person, once its signatures are checked. */
export interface ProvidedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly displayName: string;
  /** The provider has checked a second factor that our configuration accepts. */
  readonly multiFactor: boolean;
}

export interface KnownHere {
  /** Account this identity is linked to. */
  readonly linkedTo: string | null;
  /** Somebody has an account with the address the provider gives. */
  readonly addressTaken: boolean;
  /** The signed-in person who asked, by a request of our own pages, to link this identity; null = a plain sign-in. */
  readonly linkFor: string | null;
}

export type OidcRefusal = 'identity-taken' | 'identity-address-unverified' | 'identity-account-exists';
export type OidcOutcome = { readonly do: 'enter' | 'link' | 'keep' | 'create' } | { readonly do: 'refuse'; readonly why: OidcRefusal };

/**
 * What to do with a person a provider sends us. An address never links by itself: who prepared an account with somebody's address, or a
 * provider that vouches for an address that is not its own, would gain that account (docs/adr/0043).
 */
export function outcomeOf(identity: Pick<ProvidedIdentity, 'email' | 'emailVerified'>, known: KnownHere): OidcOutcome {
  if (known.linkFor !== null) {
    if (known.linkedTo === null) return { do: 'link' };
    return known.linkedTo === known.linkFor ? { do: 'keep' } : { do: 'refuse', why: 'identity-taken' };
  }
  if (known.linkedTo !== null) return { do: 'enter' };
  // The same answer whether the address has an account or not: nothing is learnt by giving somebody else's.
  if (identity.email === null || !identity.emailVerified) return { do: 'refuse', why: 'identity-address-unverified' };
  return known.addressTaken ? { do: 'refuse', why: 'identity-account-exists' } : { do: 'create' };
}

/** A path of our own pages to come back to; anything else leads home. */
export function ownPath(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\') || asked.startsWith('/api/')) return '/';
  return asked;
}
