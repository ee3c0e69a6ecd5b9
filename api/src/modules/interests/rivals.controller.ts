import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { interestsPolicy } from './interests.policy.js';
import {
  declareRival,
  type DeclareRival,
  interestParams,
  myRivals,
  type MyRivals,
  rivalParams,
  rivalView,
  type RivalView,
} from './interests.schemas.js';
import { RivalsService } from './rivals.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('interests')
@Controller('notices/:id/rivals')
export class RivalsController {
  constructor(private readonly rivals: RivalsService) {}

  @Get()
  @Allowed(interestsPolicy.listMyRivals)
  @Returns(myRivals, { description: 'What one’s own organisations said' })
  listMyRivals(@CurrentActor() actor: Actor, @Param({ schema: interestParams }) { id }: ById): Promise<MyRivals> {
    return this.rivals.mine(actor, id);
  }

  @Post()
  @Allowed(interestsPolicy.declareRival)
  @Returns(rivalView, { status: 201, description: 'Came forward: a selection will be held' })
  declareRival(
    @CurrentActor() actor: Actor,
    @Param({ schema: interestParams }) { id }: ById,
    @Body({ schema: declareRival }) input: DeclareRival,
  ): Promise<RivalView> {
    return this.rivals.declare(actor, id, input);
  }

  @Delete(':rivalId')
  @Allowed(interestsPolicy.withdrawRival)
  @Returns(rivalView)
  withdrawRival(
    @CurrentActor() actor: Actor,
    @Param({ schema: rivalParams }) { id, rivalId }: ById & { readonly rivalId: string },
  ): Promise<RivalView> {
    return this.rivals.withdraw(actor, id, rivalId);
  }
}
