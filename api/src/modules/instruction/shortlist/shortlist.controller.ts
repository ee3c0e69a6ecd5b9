import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { instructionPolicy } from '../instruction.policy.js';
import * as shapes from './shortlist.schemas.js';
import { ShortlistService } from './shortlist.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('instruction')
@Controller('calls/:id/shortlist')
export class ShortlistController {
  constructor(private readonly shortlist: ShortlistService) {}

  @Get()
  @Allowed(instructionPolicy.getShortlist)
  @Returns(shapes.shortlistView)
  getShortlist(@CurrentActor() actor: Actor, @Param({ schema: shapes.shortlistParams }) { id }: ById): Promise<shapes.ShortlistView> {
    return this.shortlist.view(actor, id);
  }

  @Post()
  @Allowed(instructionPolicy.announceShortlist)
  @Returns(shapes.shortlistView)
  announceShortlist(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.shortlistParams }) { id }: ById,
    @Body({ schema: shapes.announceShortlist }) input: shapes.AnnounceShortlist,
  ): Promise<shapes.ShortlistView> {
    return this.shortlist.announce(actor, id, input);
  }
}
