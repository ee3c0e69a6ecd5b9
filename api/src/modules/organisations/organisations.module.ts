import { Module, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/access/actors.js';
import { readMemberships, readShownMemberships } from './memberships.queries.js';

@Module({})
export class OrganisationsModule implements OnModuleInit {
  constructor(private readonly actors: Actors) {}

  onModuleInit(): void {
    this.actors.membershipsAreReadBy(readMemberships);
    this.actors.membershipsAreShownBy(readShownMemberships);
  }
}
