import { Module } from '@nestjs/common';
import { ActingForController } from './acting-for.controller.js';
import { ActingForService } from './acting-for.service.js';

/** People in organisations: roles, invitations, requests to join, networks. */
@Module({
  controllers: [ActingForController],
  providers: [ActingForService],
})
export class MembersModule {}
