import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { LegalProcedures } from './legal-procedures.service.js';
import { legalPolicy } from './legal.policy.js';
import * as shapes from './legal.schemas.js';
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
