import { Module, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/access/actors.js';
import { readActorAccount } from './actor.queries.js';
import { AccountPrivacyModule } from './privacy/account-privacy.module.js';

@Module({ imports: [AccountPrivacyModule] })
export class AccountsModule implements OnModuleInit {
  constructor(private readonly actors: Actors) {}

  onModuleInit(): void {
    this.actors.accountsAreReadBy(readActorAccount);
  }
}
