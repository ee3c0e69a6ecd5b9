import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import type { Signature } from '../../platform/files/signed-links.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { TakesFile } from '../../platform/http/uploads.js';
import { LegalProcedures } from './legal-procedures.service.js';
import { proofFileParams, proofFileQuery, proofParams } from './legal-proofs.schemas.js';
import { LegalProofs } from './legal-proofs.service.js';
import { legalPolicy } from './legal.policy.js';
import * as shapes from './legal.schemas.js';
import type { Step } from './legal.vocabulary.js';
import { LegalNotices } from './notices.service.js';
import { LegalRulesService } from './rule-corrections.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('legal')
@Controller('legal')
export class LegalController {
  constructor(
    private readonly procedures: LegalProcedures,
    private readonly notices: LegalNotices,
    private readonly rules: LegalRulesService,
    private readonly proofs: LegalProofs,
  ) {}

  @Get('rules')
  @Public()
  @Returns(shapes.legalRules, { description: 'Every rule the product follows, as it reads today, with its corrections' })
  listLegalRules(): Promise<shapes.LegalRules> {
    return this.rules.list();
  }

  @Post('rules/:key/corrections')
  @Allowed(legalPolicy.correctLegalRule)
  @Returns(shapes.legalRule)
  correctLegalRule(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.ruleParams }) { key }: { readonly key: string },
    @Body({ schema: shapes.correctRule }) input: shapes.CorrectRule,
  ): Promise<shapes.LegalRuleView> {
    return this.rules.correct(actor, key, input);
  }

  @Post('path')
  @Public()
  @Returns(shapes.legalOutcome, { description: 'Where these answers lead; nothing is kept' })
  tryLegalPath(@Body({ schema: shapes.legalTry }) input: shapes.LegalTry): Promise<shapes.LegalOutcomeView> {
    return this.procedures.try(input);
  }

  @Post('procedures/:id/steps')
  @Allowed(legalPolicy.noteLegalStep)
  @Returns(shapes.legalProcedure)
  noteLegalStep(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.procedureParams }) { id }: ById,
    @Body({ schema: shapes.noteStep }) input: shapes.NoteStep,
  ): Promise<shapes.LegalProcedureView> {
    return this.procedures.noteStep(actor, id, input);
  }

  @Post('procedures/:id/steps/:step/proofs')
  @Allowed(legalPolicy.addLegalProof)
  @TakesFile()
  @Returns(shapes.legalProcedure, { status: 201, description: 'Received; its checks follow in the background' })
  addLegalProof(
    @CurrentActor() actor: Actor,
    @Param({ schema: proofParams }) { id, step }: ById & { readonly step: Step },
    @Req() request: Request,
  ): Promise<shapes.LegalProcedureView> {
    return this.proofs.receive(actor, id, step, request);
  }

  @Get('proofs/:id')
  @Public()
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  readLegalProof(
    @Param({ schema: proofFileParams }) { id }: ById,
    @Query({ schema: proofFileQuery }) signature: Signature,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.proofs.read(id, signature, request, response);
  }

  @Post('procedures/:id/motive')
  @Allowed(legalPolicy.publishLegalMotive)
  @Returns(shapes.legalProcedure)
  publishLegalMotive(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.procedureParams }) { id }: ById,
    @Body({ schema: shapes.publishMotive }) input: shapes.PublishMotive,
  ): Promise<shapes.LegalProcedureView> {
    return this.notices.publishMotive(actor, id, input);
  }
}
