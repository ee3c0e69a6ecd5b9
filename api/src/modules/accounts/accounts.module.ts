import { Module, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/access/actors.js';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { AccountActs } from './account-acts.js';
import { AccountLimits } from './account-limits.js';
import { AccountLinkPost } from './account-link-post.js';
import { AccountLinks } from './account-links.js';
import { AccountPost } from './account-post.js';
import { AccountsController } from './accounts.controller.js';
import * as mails from './accounts.mails.js';
import { NOTICES } from './accounts.notices.js';
import { readActorAccount } from './actor.queries.js';
import { Administrators } from './administrators.service.js';
import { EmailChangeService } from './email-change.service.js';
import { Entrance } from './entrance.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { IdentitiesController } from './oidc/identities.controller.js';
import { IdentitiesService } from './oidc/identities.service.js';
import { OidcClient } from './oidc/oidc.client.js';
import { OidcController } from './oidc/oidc.controller.js';
import { identityLinkedMail } from './oidc/oidc.mails.js';
import { OidcService } from './oidc/oidc.service.js';
import { OidcSessions } from './oidc/oidc.sessions.js';
import { PasswordService } from './password.service.js';
import { Passwords } from './passwords.js';
import { AccountPrivacyModule } from './privacy/account-privacy.module.js';
import { SecondFactorCodes } from './second-factor-codes.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';

const TOOLS = [AccountActs, AccountLimits, AccountLinks, AccountPost, AccountLinkPost, Passwords, SecondFactorCodes, Entrance];
const USE_CASES = [
  SignUpService,
  SignInService,
  PasswordService,
  EmailChangeService,
  SessionsService,
  SecondFactorService,
  MeService,
  Administrators,
];
const PROVIDER = [OidcClient, OidcSessions, OidcService, IdentitiesService];

@Module({
  imports: [AccountPrivacyModule],
  controllers: [AccountsController, SessionController, MeController, SecondFactorController, OidcController, IdentitiesController],
  providers: [...TOOLS, ...USE_CASES, ...PROVIDER],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly actors: Actors,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.actors.accountsAreReadBy(readActorAccount);
    this.templates.register(...Object.values(mails), ...NOTICES, identityLinkedMail);
  }
}
