import type { errors as french } from '../fr/errors';
import type { SameKeys } from '../same-keys';

export const errors: SameKeys<typeof french> = {
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address may have been mistyped, or the place has been withdrawn.',
  offlineTitle: 'No connection',
  offlineText: 'Your device cannot reach the service. Check the connection and try again: nothing is lost.',
  serverTitle: 'The service ran into a difficulty',
  serverText: 'It is not your doing. Try again in a moment; if it goes on, send us the reference below.',
  invalidTitle: 'Part of the request is not valid',
  refusedTitle: 'You do not have access to this page',
  refusedText: 'It is reserved for certain people. If you think you should see it, ask your organisation’s administrator.',
  busyTitle: 'Too many requests at once',
  busyText: 'Wait a minute, then try again.',
  reference: 'Reference to send: {{requestId}}',
  whatToDo: 'What to do?',
  formTitle_one: '{{count}} answer needs correcting',
  formTitle_other: '{{count}} answers need correcting',
  way: {
    signIn: 'Sign in',
    verifyEmail: 'Confirm my address',
    secondFactor: 'Set my second factor',
    organisations: 'See the organisations',
  },
  refusal: {
    'sign-in-needed': 'Sign in to do it.',
    'email-not-verified': 'First confirm your e-mail address.',
    'second-factor-needed': 'Your organisation requires a second factor.',
    'not-a-member': 'For members of this organisation only.',
    'role-too-low': 'Your role does not allow it: ask an administrator of the organisation.',
    'organisation-not-ready': 'Not possible while the organisation is not verified, or is suspended.',
    'moderators-only': 'For moderators only.',
    other: 'Not possible for now.',
  },
  pageTitle: 'Error',
};
