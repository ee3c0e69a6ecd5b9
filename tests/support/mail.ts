import { type KeptMail, MailFolder } from '../../api/src/platform/mail/mail-folder.js';
import { linksIn } from './mailbox.js';
import type { TestApp } from './test-app.js';

export interface ReceivedMail extends KeptMail {
  /** Web addresses of the text, in order: the link to follow is the first. */
  readonly links: readonly string[];
}

/** Every message that left for this address, newest first. Messages leave in the background: `await t.runJobs()` before. */
export function mailsTo(t: TestApp, address: string): readonly ReceivedMail[] {
  const { mail } = t.config;
  if (mail.driver !== 'folder') throw new Error('This application under test sends its mails elsewhere.');
  return new MailFolder(mail)
    .list()
    .filter(({ to }) => to.toLowerCase() === address.toLowerCase())
    .map((kept) => ({ ...kept, links: linksIn(kept.text) }));
}

/**
 * The last message that left for this address.
 * @example await t.runJobs(); const { subject, links } = lastMailTo(t, 'camille@example.org'); await t.http().get(new URL(links[0]!).pathname);
 */
export function lastMailTo(t: TestApp, address: string): ReceivedMail {
  const [last] = mailsTo(t, address);
  if (!last) throw new Error(`No mail left for ${address}.`);
  return last;
}
