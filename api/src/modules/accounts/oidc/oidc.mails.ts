import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';

export const identityLinkedMail = defineMail({
  name: 'identity-linked',
  values: z.object({ accountUrl: z.url() }),
  secrets: [],
  example: { accountUrl: 'https://example.org/mon-compte/securite' },
  fr: ({ accountUrl }) => ({
    subject: 'Un compte extérieur ouvre maintenant le vôtre',
    paragraphs: ['Vous pouvez désormais vous connecter avec votre fournisseur d’identité : il a été lié à votre compte.'],
    action: { label: 'Voir la sécurité de mon compte', url: accountUrl },
    afterwards: ['Ce n’était pas vous ? Retirez ce lien depuis cette page et changez de mot de passe.'],
  }),
  en: ({ accountUrl }) => ({
    subject: 'An outside account now opens yours',
    paragraphs: ['You can now sign in with your identity provider: it was linked to your account.'],
    action: { label: 'See the security of my account', url: accountUrl },
    afterwards: ['It was not you? Remove the link from that page and change your password.'],
  }),
});
