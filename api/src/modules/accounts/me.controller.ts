import { Body, Controller, Delete, Get, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { accountsPolicy } from './accounts.policy.js';
import {
  accepted,
  type Accepted,
  done,
  type Done,
  emailInput,
  type EmailInput,
  meView,
  type MeView,
  newPasswordInput,
  type NewPasswordInput,
  profileInput,
  type ProfileInput,
  sessionList,
  type SessionList,
  sessionParams,
} from './accounts.schemas.js';
import { EmailChangeService } from './email-change.service.js';
import { MeService } from './me.service.js';
import { PasswordService } from './password.service.js';
import { SessionsService } from './sessions.service.js';
import { SignUpService } from './sign-up.service.js';

@ApiTags('accounts')
@Controller('me')
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly signUps: SignUpService,
    private readonly passwords: PasswordService,
    private readonly emailChanges: EmailChangeService,
    private readonly sessions: SessionsService,
  ) {}

  @Get()
  @Public()
  @Returns(meView)
  getMe(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<MeView> {
    return this.me.get(actor, request);
  }

  @Patch()
  @Allowed(accountsPolicy.updateMe)
  @Returns(meView)
  updateMe(
    @Body({ schema: profileInput }) input: ProfileInput,
    @CurrentActor() actor: Actor | null,
    @Req() request: Request,
  ): Promise<MeView> {
    return this.me.update(input, actor, request);
  }

  @Post('verification')
  @Allowed(accountsPolicy.resendVerification)
  @Returns(accepted, { status: 202 })
  resendVerification(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<Accepted> {
    return this.signUps.resendVerification(actor, request);
  }

  @Post('password')
  @Allowed(accountsPolicy.changePassword)
  @Returns(done)
  changePassword(
    @Body({ schema: newPasswordInput }) input: NewPasswordInput,
    @CurrentActor() actor: Actor | null,
    @Req() request: Request,
  ): Promise<Done> {
    return this.passwords.change(input, actor, request);
  }

  @Post('email')
  @Allowed(accountsPolicy.requestEmailChange)
  @Returns(accepted, { status: 202 })
  requestEmailChange(
    @Body({ schema: emailInput }) input: EmailInput,
    @CurrentActor() actor: Actor | null,
    @Req() request: Request,
  ): Promise<Accepted> {
    return this.emailChanges.ask(input, actor, request);
  }

  @Get('sessions')
  @Allowed(accountsPolicy.listMySessions)
  @Returns(sessionList)
  listMySessions(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<SessionList> {
    return this.sessions.list(actor, request);
  }

  @Delete('sessions')
  @Allowed(accountsPolicy.revokeMyOtherSessions)
  @Returns(done)
  revokeMyOtherSessions(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<Done> {
    return this.sessions.revokeOthers(actor, request);
  }

  @Delete('sessions/:id')
  @Allowed(accountsPolicy.revokeMySession)
  @Returns(done)
  revokeMySession(@Param({ schema: sessionParams }) { id }: { id: string }, @CurrentActor() actor: Actor | null): Promise<Done> {
    return this.sessions.revoke(id, actor);
  }
}
