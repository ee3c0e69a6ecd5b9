import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailConfig } from '../../config.mail.js';
import { ROOT } from '../version.js';
import { messageOf } from './mail-message.js';
import type { Letter, MailTransport } from './mail-transport.js';

const KEPT = 200;

const keptMail = z.object({
  id: z.uuid(),
  to: z.string(),
  language: z.enum(['fr', 'en']),
  template: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
});
export type KeptMail = z.infer<typeof keptMail>;
type FolderConfig = Extract<MailConfig, { driver: 'folder' }>;

/** Development's mailbox: messages become files, `.eml` for mail programs and `.json` for our own viewer, the newest kept. */
export class MailFolder implements MailTransport {
  private readonly folder: string;
  private readonly writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  constructor(private readonly config: FolderConfig) {
    this.folder = config.folder ?? join(ROOT, '.local/mail');
  }

  async deliver(letter: Letter): Promise<void> {
    const { message } = await this.writer.sendMail(messageOf(letter, this.config.from));
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.write(`${letter.id}.eml`, message as Buffer);
    this.write(`${letter.id}.json`, JSON.stringify(keptMail.parse(letter)));
    for (const { id } of this.list().slice(KEPT)) this.remove(id);
  }

  /** Newest first: ids sort by time of creation. */
  list(): KeptMail[] {
    return this.names()
      .sort()
      .reverse()
      .map((name) => keptMail.parse(JSON.parse(readFileSync(join(this.folder, name), 'utf8'))));
  }

  find(id: string): KeptMail | null {
    return this.list().find((mail) => mail.id === id) ?? null;
  }

  source(mail: KeptMail): Buffer {
    return readFileSync(join(this.folder, `${mail.id}.eml`));
  }

  private names(): string[] {
    try {
      return readdirSync(this.folder).filter((name) => name.endsWith('.json'));
    } catch {
      return [];
    }
  }

  /** Whole or not at all: a reader may be listing the folder right now. */
  private write(name: string, content: string | Buffer): void {
    const file = join(this.folder, name);
    writeFileSync(`${file}.part`, content, { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }

  private remove(id: string): void {
    for (const ending of ['json', 'eml']) rmSync(join(this.folder, `${id}.${ending}`), { force: true });
  }
}
