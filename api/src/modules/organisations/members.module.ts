import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { ActingForController } from './acting-for.controller.js';
import { ActingForService } from './acting-for.service.js';
import { InvitationAnswer } from './invitations.answer.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationLetter } from './invitations.letter.js';
import { invitation, invitationAccepted } from './invitations.mails.js';
import { InvitationsService } from './invitations.service.js';
import { JoinRequestsController } from './join-requests.controller.js';
import { joinRequestAccepted, joinRequestDeclined, joinRequestReceived } from './join-requests.mails.js';
import { JoinRequestsService } from './join-requests.service.js';
import { MembersController } from './members.controller.js';
import { MembersDeparture } from './members.departure.js';
import { MembersMailing } from './members.mailing.js';
import { membershipChanged } from './members.mails.js';
import { MembershipsPersonalData } from './memberships.personal-data.js';
import { MembersService } from './members.service.js';
import { NetworkLinksController } from './network-links.controller.js';
import { followAsked, followChanged } from './network-links.mails.js';
import { NetworkLinksService } from './network-links.service.js';

/** People in organisations: roles, invitations, requests to join, networks. */
@Module({
  controllers: [ActingForController, MembersController, InvitationsController, JoinRequestsController, NetworkLinksController],
  providers: [
    ActingForService,
    MembersService,
    MembersDeparture,
    MembershipsPersonalData,
    MembersMailing,
    InvitationsService,
    InvitationLetter,
    InvitationAnswer,
    JoinRequestsService,
    NetworkLinksService,
  ],
  exports: [MembersMailing],
})
export class MembersModule implements OnModuleInit {
  constructor(private readonly mails: MailTemplates) {}

  onModuleInit(): void {
    this.mails.register(
      membershipChanged,
      invitation,
      invitationAccepted,
      joinRequestReceived,
      joinRequestAccepted,
      joinRequestDeclined,
      followAsked,
      followChanged,
    );
  }
}
