import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../../platform/mail/mail-templates.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { readMyAccount, readMyActs, readMyMessages, readMySessionsData } from './account-data.queries.js';
import { AccountPrivacyController } from './account-privacy.controller.js';
import { accountErasedMail, inactivityWarningMail } from './account-privacy.mails.js';
import { AccountsRetention } from './accounts.retention.js';
import { ErasureService } from './erasure.service.js';
import { ExportService } from './export.service.js';

/** A person's hold on their own data. Erasing the account's own rows comes last, in ErasureService: hence `erase: null` here. */
@Module({ controllers: [AccountPrivacyController], providers: [ExportService, ErasureService, AccountsRetention] })
export class AccountPrivacyModule implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.templates.register(accountErasedMail, inactivityWarningMail);
    this.personalData.register({
      name: 'account',
      says: { fr: 'votre compte et les comptes qui y sont liés', en: 'your account and the identities linked to it' },
      holds: [
        'account.email',
        'account_identity.account_id',
        'account_token.account_id',
        'account_token.email',
        'second_factor.account_id',
        'recovery_code.account_id',
      ],
      export: readMyAccount,
      erase: null,
    });
    this.personalData.register({
      name: 'sessions',
      says: { fr: 'les appareils sur lesquels vous êtes connecté', en: 'the devices you are signed in on' },
      holds: ['session.sess'],
      export: readMySessionsData,
      erase: null,
    });
    this.personalData.register({
      name: 'messages',
      says: { fr: 'les courriels que nous vous avons envoyés', en: 'the messages we sent you' },
      holds: ['outgoing_mail.account_id', 'outgoing_mail.recipient'],
      export: readMyMessages,
      erase: null,
    });
    this.personalData.register({
      name: 'acts',
      says: { fr: 'ce que vous avez fait, et ce qui a été décidé à votre sujet', en: 'what you did, and what was decided about you' },
      holds: ['journal_act.actor_id'],
      export: readMyActs,
      erase: null,
    });
  }
}
