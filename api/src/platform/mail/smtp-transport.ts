import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../config.mail.js';
import { messageOf } from './mail-message.js';
import type { Letter, MailTransport } from './mail-transport.js';

type SmtpConfig = Extract<MailConfig, { driver: 'smtp' }>;

/** Gives messages to the configured relay. Off this machine nothing is said before TLS, and its certificate is checked. */
export class SmtpTransport implements MailTransport {
  private readonly relay: ReturnType<typeof createTransport>;

  constructor(private readonly config: SmtpConfig) {
    const { host, port, tls, login } = config.relay;
    this.relay = createTransport({
      host,
      port,
      secure: tls === 'from-start',
      requireTLS: tls === 'required',
      ignoreTLS: tls === 'none',
      tls: { minVersion: 'TLSv1.2' },
      ...(login ? { auth: login } : {}),
      name: config.from.address.split('@')[1],
      connectionTimeout: 10_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
    });
  }

  /** Resolves when the relay has answered “accepted” to the whole message; nothing before that is a promise. */
  async deliver(letter: Letter): Promise<void> {
    await this.relay.sendMail(messageOf(letter, this.config.from));
  }
}
