import { Body, Controller, Delete, Get, Header, Param, Patch, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { AdmissionService } from './admission.service.js';
import { InstructionBulkService } from './instruction-bulk.service.js';
import { InstructionListService } from './instruction-list.service.js';
import { instructionPolicy } from './instruction.policy.js';
import * as shapes from './instruction.schemas.js';
import { InstructionService } from './instruction.service.js';
import { NotesService } from './notes.service.js';

interface ById {
  readonly id: string;
}
const CSV = 'text/csv; charset=utf-8';

@ApiTags('instruction')
@Controller()
export class InstructionController {
  constructor(
    private readonly lists: InstructionListService,
    private readonly instruction: InstructionService,
    private readonly admission: AdmissionService,
    private readonly notes: NotesService,
    private readonly bulk: InstructionBulkService,
  ) {}

  @Get('calls/:id/instruction')
  @Allowed(instructionPolicy.listCallInstruction)
  @Returns(shapes.instructionPage)
  listCallInstruction(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Query({ schema: shapes.instructionSearch }) search: shapes.InstructionSearch,
  ): Promise<shapes.InstructionPage> {
    return this.lists.ofCall(actor, id, search);
  }

  @Get('calls/:id/instruction/export')
  @Allowed(instructionPolicy.exportCallInstruction)
  @ApiProduces('text/csv')
  @Header('Content-Disposition', 'attachment; filename="dossiers.csv"')
  async exportCallInstruction(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Query({ schema: shapes.instructionExportSearch }) search: shapes.InstructionExportSearch,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.lists.exportCall(actor, id, search), { type: CSV });
  }

  @Get('organisations/:id/instruction')
  @Allowed(instructionPolicy.listRequestInstruction)
  @Returns(shapes.instructionPage)
  listRequestInstruction(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Query({ schema: shapes.instructionSearch }) search: shapes.InstructionSearch,
  ): Promise<shapes.InstructionPage> {
    return this.lists.requestsTo(actor, id, search);
  }

  @Get('organisations/:id/instruction/export')
  @Allowed(instructionPolicy.exportRequestInstruction)
  @ApiProduces('text/csv')
  @Header('Content-Disposition', 'attachment; filename="demandes.csv"')
  exportRequestInstruction(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Query({ schema: shapes.instructionExportSearch }) search: shapes.InstructionExportSearch,
  ): StreamableFile {
    return new StreamableFile(this.lists.exportRequests(actor, id, search), { type: CSV });
  }

  @Post('instruction/acts')
  @Allowed(instructionPolicy.actOnInstruction)
  @Returns(shapes.instructionActsDone)
  actOnInstruction(
    @CurrentActor() actor: Actor,
    @Body({ schema: shapes.instructionActs }) input: shapes.InstructionActsInput,
  ): Promise<shapes.InstructionActsDone> {
    return this.bulk.act(actor, input);
  }

  @Post('instruction/acts/undo')
  @Allowed(instructionPolicy.undoInstructionActs)
  @Returns(shapes.instructionActsDone)
  undoInstructionActs(
    @CurrentActor() actor: Actor,
    @Body({ schema: shapes.instructionUndo }) input: shapes.InstructionUndo,
  ): Promise<shapes.InstructionActsDone> {
    return this.bulk.undo(actor, input);
  }

  @Get('instruction/:id')
  @Allowed(instructionPolicy.getInstruction)
  @Returns(shapes.instructionView)
  getInstruction(@CurrentActor() actor: Actor, @Param({ schema: shapes.instructionParams }) { id }: ById): Promise<shapes.InstructionView> {
    return this.instruction.get(actor, id);
  }

  @Put('instruction/:id/read')
  @Allowed(instructionPolicy.markInstructionRead)
  @Returns(shapes.instructionView)
  markInstructionRead(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
  ): Promise<shapes.InstructionView> {
    return this.instruction.markRead(actor, id);
  }

  @Put('instruction/:id/checks')
  @Allowed(instructionPolicy.writeChecks)
  @Returns(shapes.instructionView)
  writeChecks(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.writeChecks }) input: shapes.WriteChecks,
  ): Promise<shapes.InstructionView> {
    return this.instruction.check(actor, id, input);
  }

  @Post('instruction/:id/criteria')
  @Allowed(instructionPolicy.addCriterion)
  @Returns(shapes.instructionView, { status: 201 })
  addCriterion(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.addCriterion }) input: shapes.AddCriterion,
  ): Promise<shapes.InstructionView> {
    return this.instruction.addCriterion(actor, id, input);
  }

  @Delete('instruction/:id/criteria/:criterionId')
  @Allowed(instructionPolicy.removeCriterion)
  @Returns(shapes.instructionView)
  removeCriterion(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.criterionParams }) { id, criterionId }: ById & { readonly criterionId: string },
  ): Promise<shapes.InstructionView> {
    return this.instruction.removeCriterion(actor, id, criterionId);
  }

  @Post('instruction/:id/admission')
  @Allowed(instructionPolicy.admitApplication)
  @Returns(shapes.instructionView)
  admitApplication(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
  ): Promise<shapes.InstructionView> {
    return this.admission.admit(actor, id);
  }

  @Post('instruction/:id/admission/take-back')
  @Allowed(instructionPolicy.takeBackAdmission)
  @Returns(shapes.instructionView)
  takeBackAdmission(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.saidReason }) input: shapes.SaidReason,
  ): Promise<shapes.InstructionView> {
    return this.admission.takeBack(actor, id, input);
  }

  @Post('instruction/:id/refusal')
  @Allowed(instructionPolicy.refuseAdmission)
  @Returns(shapes.instructionView)
  refuseAdmission(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.refuseAdmission }) input: shapes.RefuseAdmission,
  ): Promise<shapes.InstructionView> {
    return this.admission.refuse(actor, id, input);
  }

  @Post('instruction/:id/correction')
  @Allowed(instructionPolicy.requestCorrection)
  @Returns(shapes.instructionView)
  requestCorrection(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.requestCorrection }) input: shapes.RequestCorrection,
  ): Promise<shapes.InstructionView> {
    return this.admission.requestCorrection(actor, id, input);
  }

  @Post('instruction/:id/correction/end')
  @Allowed(instructionPolicy.endCorrection)
  @Returns(shapes.instructionView)
  endCorrection(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.saidReason }) input: shapes.SaidReason,
  ): Promise<shapes.InstructionView> {
    return this.admission.endCorrection(actor, id, input);
  }

  @Post('instruction/:id/notes')
  @Allowed(instructionPolicy.writeNote)
  @Returns(shapes.instructionView, { status: 201 })
  writeNote(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.instructionParams }) { id }: ById,
    @Body({ schema: shapes.writeNote }) input: shapes.WriteNote,
  ): Promise<shapes.InstructionView> {
    return this.notes.write(actor, id, input);
  }

  @Patch('instruction/:id/notes/:noteId')
  @Allowed(instructionPolicy.editNote)
  @Returns(shapes.instructionView)
  editNote(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.noteParams }) { id, noteId }: ById & { readonly noteId: string },
    @Body({ schema: shapes.editNote }) input: shapes.EditNote,
  ): Promise<shapes.InstructionView> {
    return this.notes.edit(actor, id, noteId, input);
  }
}
