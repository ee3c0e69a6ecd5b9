import { z } from 'zod';
import { PLATFORM_ROLES, ORGANISATION_ROLES } from '../../platform/access/permission.js';
import { id, instant } from '../../platform/http/fields.js';
import { LANGUAGES } from '../../platform/http/request-context.js';
import { mailAddress } from '../../platform/mail/mail-address.js';
import { PASSWORD_LENGTH } from './password.rules.js';

/** Longer than any password we accept, short enough to cost nothing. */
const givenPassword = z.string().min(1).max(1_000);
const newPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max).meta({
  description: 'Any characters; refused when it is among those tried first, or close to the address or the name',
});
const displayName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}<>]*$/u)
  .meta({ description: 'How colleagues see the person', examples: ['Camille Dupré'] });
const language = z.enum(LANGUAGES).meta({ description: 'Language of messages' });
const token = z.string().min(20).max(100).meta({ description: 'What follows #token= in the address of the link' });

export const done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });
export type Done = z.input<typeof done>;
export const DONE: Done = { done: true };

export const accepted = z
  .object({ accepted: z.literal(true) })
  .meta({ id: 'Accepted', description: 'The same answer whether an account exists or not; a message says more' });
export type Accepted = z.input<typeof accepted>;
export const ACCEPTED: Accepted = { accepted: true };

export const signUpInput = z
  .object({
    email: mailAddress,
    password: newPassword.nullable().meta({ description: 'null = sign in by links only' }),
    displayName,
    language,
  })
  .meta({ id: 'SignUp' });
export type SignUpInput = z.output<typeof signUpInput>;

export const signInInput = z.object({ email: mailAddress, password: givenPassword }).meta({ id: 'SignIn' });
export type SignInInput = z.output<typeof signInInput>;

export const step = z
  .object({
    step: z.enum(['signed-in', 'second-factor']).meta({ description: 'What comes next: nothing, or POST /api/session/second-factor' }),
  })
  .meta({ id: 'SignInStep' });
export type SignInStep = z.input<typeof step>;

export const tokenInput = z.object({ token }).meta({ id: 'LinkToken' });
export type TokenInput = z.output<typeof tokenInput>;
export const emailInput = z.object({ email: mailAddress }).meta({ id: 'EmailOnly' });
export type EmailInput = z.output<typeof emailInput>;
export const confirmInput = z.object({ password: givenPassword }).meta({ id: 'GivenPassword' });
export type ConfirmInput = z.output<typeof confirmInput>;
export const newPasswordInput = z.object({ password: newPassword }).meta({ id: 'NewPassword' });
export type NewPasswordInput = z.output<typeof newPasswordInput>;
export const resetInput = z.object({ token, password: newPassword }).meta({ id: 'PasswordReset' });
export type ResetInput = z.output<typeof resetInput>;
export const profileInput = z.object({ displayName: displayName.optional(), language: language.optional() }).meta({ id: 'Profile' });
export type ProfileInput = z.output<typeof profileInput>;

export const codeInput = z
  .object({ code: z.string().trim().min(6).max(40).meta({ description: 'Six digits of the application, or a recovery code' }) })
  .meta({ id: 'SecondFactorCode' });
export type CodeInput = z.output<typeof codeInput>;
export const secondFactorSetup = z
  .object({ secret: z.string(), uri: z.string().meta({ description: 'otpauth:// address, to show as a QR code' }) })
  .meta({ id: 'SecondFactorSetup' });
export type SecondFactorSetup = z.input<typeof secondFactorSetup>;
export const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).meta({ description: 'Shown this once; each works once' }) })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.input<typeof recoveryCodes>;

export const emailChangeView = z
  .object({ state: z.enum(['waiting-for-other-address', 'changed']) })
  .meta({ id: 'EmailChange', description: 'Both mailboxes have to confirm, in any order' });
export type EmailChangeView = z.input<typeof emailChangeView>;

export const sessionParams = z.object({ id });
export const sessionList = z
  .object({
    items: z.array(
      z
        .object({
          id,
          current: z.boolean(),
          userAgent: z.string(),
          network: z.string().meta({ description: 'IPv4 address, or the first half of an IPv6 one' }),
          startedAt: instant,
          seenAt: instant,
        })
        .meta({ id: 'SessionView' }),
    ),
    next: z.null(),
  })
  .meta({ id: 'SessionList' });
export type SessionList = z.input<typeof sessionList>;

const membershipView = z
  .object({
    organisationId: id,
    name: z.string(),
    kind: z.enum(['public_owner', 'ess']),
    state: z.string(),
    role: z.enum(ORGANISATION_ROLES),
    secondFactorRequired: z.boolean(),
  })
  .meta({ id: 'MyMembership' });

export const meView = z
  .object({
    account: z
      .object({
        id,
        email: z.string(),
        emailVerified: z.boolean(),
        displayName: z.string(),
        language,
        platformRole: z.enum(PLATFORM_ROLES).nullable(),
        hasPassword: z.boolean(),
        secondFactor: z.object({ on: z.boolean(), recoveryCodesLeft: z.int() }),
        session: z.object({
          secondFactor: z.boolean().meta({ description: 'This session has passed the second factor' }),
          fresh: z.boolean().meta({ description: 'Opened or confirmed within ten minutes' }),
        }),
      })
      .meta({ id: 'MyAccount' })
      .nullable(),
    memberships: z.array(membershipView).readonly(),
    actingFor: id.nullable(),
    signInWays: z
      .object({ password: z.boolean(), link: z.boolean(), oidc: z.object({ name: z.string() }).nullable() })
      .meta({ id: 'SignInWays' }),
  })
  .meta({ id: 'Me' });
export type MeView = z.input<typeof meView>;
