import type { RenderedMail } from './mail-render.js';
import type { Language } from '../http/request-context.js';

/** A message ready to leave. */
export interface Letter extends RenderedMail {
  /** The row's: two copies of one message, should it ever happen, carry the same. */
  readonly id: string;
  readonly messageId: string;
  readonly to: string;
  readonly language: Language;
  readonly template: string;
}

/** A way to make messages leave, chosen by the configuration. */
export interface MailTransport {
  /** Resolves once someone else has taken charge of the message. @throws whatever the way says against it */
  readonly deliver: (letter: Letter) => Promise<void>;
}

export const MAIL_TRANSPORT = Symbol('MailTransport');
