import { Body, Controller, Delete, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { accountsPolicy } from './accounts.policy.js';
import {
  codeInput,
  type CodeInput,
  done,
  type Done,
  recoveryCodes,
  type RecoveryCodes,
  secondFactorSetup,
  type SecondFactorSetup,
} from './accounts.schemas.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('accounts')
@Controller('me')
export class SecondFactorController {
  constructor(private readonly secondFactors: SecondFactorService) {}

  @Post('second-factor')
  @Allowed(accountsPolicy.startSecondFactor)
  @Returns(secondFactorSetup)
  startSecondFactor(@CurrentActor() actor: Actor | null): Promise<SecondFactorSetup> {
    return this.secondFactors.start(actor);
  }

  @Post('second-factor/confirm')
  @Allowed(accountsPolicy.confirmSecondFactor)
  @Returns(recoveryCodes)
  confirmSecondFactor(
    @Body({ schema: codeInput }) input: CodeInput,
    @CurrentActor() actor: Actor | null,
    @Req() request: Request,
  ): Promise<RecoveryCodes> {
    return this.secondFactors.confirm(input, actor, request);
  }

  @Delete('second-factor')
  @Allowed(accountsPolicy.removeSecondFactor)
  @Returns(done)
  removeSecondFactor(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<Done> {
    return this.secondFactors.remove(actor, request);
  }

  @Post('recovery-codes')
  @Allowed(accountsPolicy.renewRecoveryCodes)
  @Returns(recoveryCodes)
  renewRecoveryCodes(@CurrentActor() actor: Actor | null): Promise<RecoveryCodes> {
    return this.secondFactors.renewCodes(actor);
  }
}
