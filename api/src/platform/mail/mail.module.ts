import { Global, Module } from '@nestjs/common';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.token.js';
import { MailBounces } from './mail-bounces.js';
import { MailIsOff } from './mail-failure.js';
import { MailFolder } from './mail-folder.js';
import { MailRetention } from './mail.retention.js';
import { MailMetrics } from './mail-metrics.js';
import { MailOutbox } from './mail-outbox.js';
import { MailSender } from './mail-sender.js';
import { MailTemplates } from './mail-templates.js';
import { MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';

@Global()
@Module({
  providers: [
    MailOutbox,
    MailRetention,
    MailSender,
    MailMetrics,
    MailBounces,
    MailTemplates,
    { provide: MAIL_TRANSPORT, inject: [CONFIG], useFactory: ({ mail }: Config): MailTransport => transportFor(mail) },
  ],
  exports: [MailOutbox, MailTemplates, MailBounces],
})
export class MailModule {}

function transportFor(mail: Config['mail']): MailTransport {
  switch (mail.driver) {
    case 'smtp':
      return new SmtpTransport(mail);
    case 'folder':
      return new MailFolder(mail);
    case 'off':
      return { deliver: () => Promise.reject(new MailIsOff('this service runs without e-mail (MAIL_DRIVER=off)')) };
  }
}
