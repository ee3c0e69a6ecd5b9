/** Where a refusal can be lifted, by its code: the page, and the name of the link's words in `errors.way`. */
const WAYS = {
  'sign-in-needed': { to: '/connexion', text: 'signIn' },
  'email-not-verified': { to: '/mon-compte', text: 'verifyEmail' },
  'second-factor-needed': { to: '/mon-compte/securite', text: 'secondFactor' },
  'not-a-member': { to: '/organisations', text: 'organisations' },
} as const;

export function wayOut(code: string): (typeof WAYS)[keyof typeof WAYS] | undefined {
  return code in WAYS ? WAYS[code as keyof typeof WAYS] : undefined;
}
