/** Links sent by e-mail: what each is for, where its page is and how long it lasts. One line each. */
export const ACCOUNT_LINKS = {
  'verify-email': { page: '/confirmer-adresse', minutes: 3 * 24 * 60 },
  'sign-in': { page: '/connexion/lien', minutes: 15 },
  'reset-password': { page: '/mot-de-passe', minutes: 60 },
  'change-email-old': { page: '/changer-adresse', minutes: 24 * 60 },
  'change-email-new': { page: '/changer-adresse', minutes: 24 * 60 },
} as const;
export type LinkPurpose = keyof typeof ACCOUNT_LINKS;

/** In the fragment, which browsers send to nobody: no log and no Referer ever holds it. The page posts it. */
export function linkTo(publicUrl: string, purpose: LinkPurpose, token: string): string {
  return `${publicUrl}${ACCOUNT_LINKS[purpose].page}#token=${token}`;
}
