import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { deskPolicy } from './desk.policy.js';
import { desk, type Desk } from './desk.schemas.js';
import { DeskService } from './desk.service.js';

@ApiTags('applications')
@Controller('me/desk')
export class DeskController {
  constructor(private readonly desks: DeskService) {}

  @Get()
  @Allowed(deskPolicy.readMyDesk)
  @Returns(desk)
  readMyDesk(@CurrentActor() actor: Actor | null): Promise<Desk> {
    return this.desks.mine(actor);
  }
}
