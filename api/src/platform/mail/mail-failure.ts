/** Thrown by the transport of a service that runs without e-mail. */
export class MailIsOff extends Error {
  override readonly name = 'MailIsOff';
}

export interface MailFailure {
  /** `address`: it exists no more. `message`: this one will never be taken. `later`: worth another attempt. `off`: not sent, on purpose. */
  readonly kind: 'address' | 'message' | 'later' | 'off';
  /** One line, as said by the relay. */
  readonly reason: string;
}

/** What nodemailer adds to its errors. */
interface RelayError extends Error {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

const ENHANCED_STATUS = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;
const REFUSED_MAILBOX = new Set([550, 551, 553]);
/** Earlier commands are about us: greeting, TLS, password, our own address. */
const ABOUT_THE_MESSAGE = new Set(['RCPT TO', 'DATA']);
const MAX_REASON = 300;

/**
 * What a failed attempt means. A refusal of the recipient or of the content (5yz, RFC 5321 § 4.2.1) is final; everything else, from
 * a network cut to a wrong password of ours, can be repaired meanwhile.
 */
export function failureOf(error: unknown): MailFailure {
  if (error instanceof MailIsOff) return { kind: 'off', reason: error.message };
  if (!(error instanceof Error)) return { kind: 'later', reason: oneLine(String(error)) };
  const { responseCode = 0, response, command = '' } = error as RelayError;
  const reason = oneLine(response ?? error.message);
  if (!ABOUT_THE_MESSAGE.has(command)) return { kind: 'later', reason: command === '' ? reason : oneLine(`${command}: ${reason}`) };
  if (responseCode < 500) return { kind: 'later', reason };
  const status = ENHANCED_STATUS.exec(response ?? '')?.[1];
  const closed = command === 'RCPT TO' && (status === undefined ? REFUSED_MAILBOX.has(responseCode) : closesAddress(status));
  return { kind: closed ? 'address' : 'message', reason };
}

/** Does this status (RFC 3463) say that the mailbox itself is gone, rather than full, too strict or unreachable today? */
export function closesAddress(status: string): boolean {
  return /^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(status);
}

export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_REASON);
}
