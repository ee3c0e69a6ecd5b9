import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { instructionPolicy } from './instruction.policy.js';
import { instructionParams } from './instruction.schemas.js';
import {
  createInstructionLabel,
  type CreateInstructionLabel,
  instructionSettings,
  type InstructionSettings,
  saveInstructionView,
  type SaveInstructionView,
  updateInstructionLabel,
  type UpdateInstructionLabel,
} from './instruction-settings.schemas.js';
import { InstructionSettingsService } from './instruction-settings.service.js';
import { ownerDesk, type OwnerDesk } from './owner-desk.schemas.js';
import { OwnerDeskService } from './owner-desk.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('instruction')
@Controller()
export class InstructionSettingsController {
  constructor(
    private readonly settings: InstructionSettingsService,
    private readonly desk: OwnerDeskService,
  ) {}

  @Get('organisations/:id/owner-desk')
  @Allowed(instructionPolicy.getOwnerDesk)
  @Returns(ownerDesk)
  getOwnerDesk(@CurrentActor() actor: Actor, @Param({ schema: instructionParams }) { id }: ById): Promise<OwnerDesk> {
    return this.desk.get(actor, id);
  }

  @Get('organisations/:id/instruction-settings')
  @Allowed(instructionPolicy.getInstructionSettings)
  @Returns(instructionSettings)
  getInstructionSettings(@CurrentActor() actor: Actor, @Param({ schema: instructionParams }) { id }: ById): Promise<InstructionSettings> {
    return this.settings.get(actor, id);
  }

  @Post('organisations/:id/instruction-labels')
  @Allowed(instructionPolicy.createInstructionLabel)
  @Returns(instructionSettings, { status: 201 })
  createInstructionLabel(
    @CurrentActor() actor: Actor,
    @Param({ schema: instructionParams }) { id }: ById,
    @Body({ schema: createInstructionLabel }) input: CreateInstructionLabel,
  ): Promise<InstructionSettings> {
    return this.settings.createLabel(actor, id, input);
  }

  @Patch('instruction-labels/:id')
  @Allowed(instructionPolicy.updateInstructionLabel)
  @Returns(instructionSettings)
  updateInstructionLabel(
    @CurrentActor() actor: Actor,
    @Param({ schema: instructionParams }) { id }: ById,
    @Body({ schema: updateInstructionLabel }) input: UpdateInstructionLabel,
  ): Promise<InstructionSettings> {
    return this.settings.updateLabel(actor, id, input);
  }

  @Put('organisations/:id/instruction-views')
  @Allowed(instructionPolicy.saveInstructionView)
  @Returns(instructionSettings)
  saveInstructionView(
    @CurrentActor() actor: Actor,
    @Param({ schema: instructionParams }) { id }: ById,
    @Body({ schema: saveInstructionView }) input: SaveInstructionView,
  ): Promise<InstructionSettings> {
    return this.settings.saveView(actor, id, input);
  }

  @Delete('instruction-views/:id')
  @Allowed(instructionPolicy.removeInstructionView)
  @Returns(instructionSettings)
  removeInstructionView(@CurrentActor() actor: Actor, @Param({ schema: instructionParams }) { id }: ById): Promise<InstructionSettings> {
    return this.settings.removeView(actor, id);
  }
}
