import { Body, Controller, Delete, Post, Req } from '@nestjs/common';
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
  codeInput,
  type CodeInput,
  confirmInput,
  type ConfirmInput,
  done,
  type Done,
  emailInput,
  type EmailInput,
  signInInput,
  type SignInInput,
  step,
  type SignInStep,
  tokenInput,
  type TokenInput,
} from './accounts.schemas.js';
import { Entrance } from './entrance.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('accounts')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly entrance: Entrance,
  ) {}

  @Post()
  @Public()
  @Returns(step)
  signIn(@Body({ schema: signInInput }) input: SignInInput, @Req() request: Request): Promise<SignInStep> {
    return this.signIns.withPassword(input, request);
  }

  @Post('link')
  @Public()
  @Returns(accepted, { status: 202 })
  requestSignInLink(@Body({ schema: emailInput }) input: EmailInput, @Req() request: Request): Promise<Accepted> {
    return this.signIns.requestLink(input, request);
  }

  @Post('link/use')
  @Public()
  @Returns(step)
  useSignInLink(@Body({ schema: tokenInput }) { token }: TokenInput, @Req() request: Request): Promise<SignInStep> {
    return this.signIns.withLink(token, request);
  }

  @Post('second-factor')
  @Public()
  @Returns(step)
  giveSecondFactor(@Body({ schema: codeInput }) input: CodeInput, @Req() request: Request): Promise<SignInStep> {
    return this.entrance.giveSecondFactor(input, request);
  }

  @Post('confirm')
  @Allowed(accountsPolicy.confirmItIsMe)
  @Returns(done)
  confirmItIsMe(
    @Body({ schema: confirmInput }) input: ConfirmInput,
    @CurrentActor() actor: Actor | null,
    @Req() request: Request,
  ): Promise<Done> {
    return this.signIns.confirm(input, actor, request);
  }

  @Delete()
  @Allowed(accountsPolicy.signOut)
  @Returns(done)
  signOut(@Req() request: Request): Promise<Done> {
    return this.signIns.signOut(request);
  }
}
