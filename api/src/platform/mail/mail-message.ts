import type { SendMailOptions } from 'nodemailer';
import type { MailSender } from '../../config.mail.js';
import type { Letter } from './mail-transport.js';

/** The message as mail programs read it: text first, HTML beside it, headers that tell it was written by a program. */
export function messageOf(letter: Letter, from: MailSender): SendMailOptions {
  return {
    // Objects, never strings to be parsed: a name or an address cannot add a recipient.
    from,
    to: { name: '', address: letter.to },
    envelope: { from: from.address, to: [letter.to] },
    messageId: letter.messageId,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: {
      // RFC 3834: absence notices must not answer.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.language,
      ...unsubscribeHeaders(letter.unsubscribeUrl),
    },
    // A relay that knows DSN (RFC 3461) repeats this id in its reports.
    dsn: { id: letter.id, return: 'headers', notify: ['failure'], recipient: `rfc822;${letter.to}` },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 2369 and RFC 8058. */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  return url === null ? {} : { 'List-Unsubscribe': `<${new URL(url).href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Derived from the row, so that a repeat is recognised by mailboxes and a bounce leads back to its message. */
export function messageIdOf(mailId: string, from: MailSender): string {
  return `<${mailId}@${from.address.split('@')[1] ?? 'localhost'}>`;
}
