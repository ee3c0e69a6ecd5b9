import type { z } from 'zod';
import type { Language } from '../http/request-context.js';

/** One message in one language, as plain sentences: layout, HTML and escaping are the renderer's. */
export interface MailText {
  readonly subject: string;
  /** The first says what the message is about: mailboxes show it in their list. */
  readonly paragraphs: readonly string[];
  /** What happened, one thing a line, each with the address of its page. They follow the paragraphs. */
  readonly items?: readonly MailItem[];
  /** The one thing to do, as a button; its address is written out as well. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Under the button: how long it lasts, what to do when one did not ask for it. */
  readonly afterwards?: readonly string[];
  /** For messages people may refuse: adds one-click unsubscription (RFC 8058). The address must accept a POST. */
  readonly unsubscribeUrl?: string;
  /** For the same messages: where everything the address receives is listed and changed. */
  readonly manageUrl?: string;
}

export interface MailItem {
  readonly title: string;
  readonly text: string;
  /** Null when there is no page to see any more. */
  readonly url: string | null;
}

export interface MailTemplate<Values extends object> extends Readonly<Record<Language, (values: Values) => MailText>> {
  readonly name: string;
  readonly values: z.ZodType<Values, Values>;
  /** Values that open something, such as a one-time link: forgotten once the message has left. */
  readonly secrets: readonly (keyof Values & string)[];
  /** For the test that renders every message, and for looking at it. */
  readonly example: Values;
}

/**
 * A message as data, typed by its values. Both languages are compulsory.
 * @example
 * export const signInLink = defineMail({
 *   name: 'sign-in-link',
 *   values: z.object({ link: z.url(), minutes: z.int() }),
 *   secrets: ['link'],
 *   example: { link: 'https://example.org/connexion/abc', minutes: 15 },
 *   fr: ({ link, minutes }) => ({ subject: 'Votre lien de connexion', paragraphs: [`Il sert une fois, pendant ${minutes} minutes.`],
 *     action: { label: 'Se connecter', url: link } }),
 *   en: ({ link, minutes }) => ({ … }),
 * });
 */
export function defineMail<Values extends object>(template: MailTemplate<Values>): MailTemplate<Values> {
  return template;
}
