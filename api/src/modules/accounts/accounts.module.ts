import { Module, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/access/actors.js';
import { readActorAccount } from './actor.queries.js';

@Module({})
export class AccountsModule implements OnModuleInit {
  constructor(private readonly actors: Actors) {}

  onModuleInit(): void {
    this.actors.accountsAreReadBy(readActorAccount);
  }
}
