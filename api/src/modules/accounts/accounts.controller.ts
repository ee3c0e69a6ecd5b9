import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import {
  accepted,
  type Accepted,
  done,
  type Done,
  emailChangeView,
  type EmailChangeView,
  emailInput,
  type EmailInput,
  resetInput,
  type ResetInput,
  signUpInput,
  type SignUpInput,
  tokenInput,
  type TokenInput,
} from './accounts.schemas.js';
import { EmailChangeService } from './email-change.service.js';
import { PasswordService } from './password.service.js';
import { SignUpService } from './sign-up.service.js';

/** What people do before they are signed in, or from a link in a message. */
@ApiTags('accounts')
@Public()
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly signUps: SignUpService,
    private readonly passwords: PasswordService,
    private readonly emailChanges: EmailChangeService,
  ) {}

  @Post('sign-up')
  @Returns(accepted, { status: 202 })
  signUp(@Body({ schema: signUpInput }) input: SignUpInput, @Req() request: Request): Promise<Accepted> {
    return this.signUps.signUp(input, request);
  }

  @Post('verification/use')
  @Returns(done)
  verifyEmail(@Body({ schema: tokenInput }) { token }: TokenInput, @Req() request: Request): Promise<Done> {
    return this.signUps.verifyEmail(token, request);
  }

  @Post('reset')
  @Returns(accepted, { status: 202 })
  requestPasswordReset(@Body({ schema: emailInput }) input: EmailInput, @Req() request: Request): Promise<Accepted> {
    return this.passwords.requestReset(input, request);
  }

  @Post('reset/use')
  @Returns(done)
  resetPassword(@Body({ schema: resetInput }) input: ResetInput, @Req() request: Request): Promise<Done> {
    return this.passwords.reset(input, request);
  }

  @Post('email-change/use')
  @Returns(emailChangeView)
  confirmEmailChange(@Body({ schema: tokenInput }) { token }: TokenInput, @Req() request: Request): Promise<EmailChangeView> {
    return this.emailChanges.confirm(token, request);
  }
}
