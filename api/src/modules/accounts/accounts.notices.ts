import { z } from 'zod';
import { defineMail, type MailTemplate } from '../../platform/mail/mail-template.js';

/** What people are told once it is done, so that what was not their doing does not go unseen. */

const values = z.object({ accountUrl: z.url() });
type NoticeValues = z.infer<typeof values>;
type Sentences = readonly [subject: string, whatHappened: string];

function notice(name: string, fr: Sentences, en: Sentences): MailTemplate<NoticeValues> {
  return defineMail({
    name,
    values,
    secrets: [],
    example: { accountUrl: 'https://example.org/mon-compte/securite' },
    fr: ({ accountUrl }) => ({
      subject: fr[0],
      paragraphs: [fr[1]],
      action: { label: 'Voir la sécurité de mon compte', url: accountUrl },
      afterwards: ['Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe : cela ferme toutes les sessions.'],
    }),
    en: ({ accountUrl }) => ({
      subject: en[0],
      paragraphs: [en[1]],
      action: { label: 'See the security of my account', url: accountUrl },
      afterwards: ['If it was not you, ask for a new password at once: that closes every session.'],
    }),
  });
}

export const passwordChangedMail = notice(
  'account-password-changed',
  ['Votre mot de passe a changé', 'Le mot de passe de votre compte vient de changer. Les autres sessions sont fermées.'],
  ['Your password has changed', 'The password of your account has just changed. The other sessions are closed.'],
);
export const secondFactorOnMail = notice(
  'account-second-factor-on',
  [
    'Le second facteur est actif',
    'Un code de votre application est désormais demandé à chaque connexion. Gardez bien vos codes de secours.',
  ],
  ['The second factor is on', 'A code from your application is now asked at each sign-in. Keep your recovery codes safe.'],
);
export const secondFactorOffMail = notice(
  'account-second-factor-off',
  ['Le second facteur est retiré', 'Votre compte s’ouvre de nouveau sans code. Les anciens codes de secours ne servent plus.'],
  ['The second factor is off', 'Your account opens without a code again. The former recovery codes no longer work.'],
);
export const recoveryCodesRenewedMail = notice(
  'account-recovery-codes-renewed',
  ['Vos codes de secours sont nouveaux', 'De nouveaux codes de secours remplacent les précédents, qui ne servent plus.'],
  ['Your recovery codes are new', 'New recovery codes replace the former ones, which no longer work.'],
);
export const recoveryCodeUsedMail = notice(
  'account-recovery-code-used',
  ['Un code de secours a servi', 'Quelqu’un, sans doute vous, s’est connecté avec un code de secours. Il ne servira plus.'],
  ['A recovery code was used', 'Someone, probably you, signed in with a recovery code. It will not work again.'],
);
export const emailChangedMail = notice(
  'account-email-changed',
  ['L’adresse de votre compte a changé', 'Votre compte est passé à une autre adresse, confirmée depuis les deux boîtes.'],
  ['The address of your account has changed', 'Your account has moved to another address, confirmed from both mailboxes.'],
);

export const NOTICES = [
  passwordChangedMail,
  secondFactorOnMail,
  secondFactorOffMail,
  recoveryCodesRenewedMail,
  recoveryCodeUsedMail,
  emailChangedMail,
] as const;
