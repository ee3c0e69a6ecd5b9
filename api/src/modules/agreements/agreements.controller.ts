import { Body, Controller, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { AgreementPrinting } from './agreement-printing.js';
import { agreementsPolicy } from './agreements.policy.js';
import {
  agreementHistory,
  type AgreementHistory,
  agreementHistorySearch,
  type AgreementHistorySearch,
  agreementPage,
  type AgreementPage,
  agreementParams,
  agreementSearch,
  type AgreementSearch,
  agreementView,
  type AgreementView,
  commentOnAgreement,
  type CommentOnAgreement,
  createAgreement,
  type CreateAgreement,
  ofVersion,
  type OfVersion,
  updateAgreement,
  type UpdateAgreement,
} from './agreements.schemas.js';
import { AgreementsService } from './agreements.service.js';

interface ById {
  readonly id: string;
}

/** The text of an agreement: drafted, read, commented, accepted, printed. */
@ApiTags('agreements')
@Controller()
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly printing: AgreementPrinting,
  ) {}

  @Post('agreements')
  @Allowed(agreementsPolicy.createAgreement)
  @Returns(agreementView, { status: 201, description: 'A draft, from what was decided' })
  createAgreement(@CurrentActor() actor: Actor, @Body({ schema: createAgreement }) input: CreateAgreement): Promise<AgreementView> {
    return this.agreements.create(actor, input);
  }

  @Get('organisations/:id/agreements')
  @Allowed(agreementsPolicy.listAgreements)
  @Returns(agreementPage)
  listAgreements(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Query({ schema: agreementSearch }) search: AgreementSearch,
  ): Promise<AgreementPage> {
    return this.agreements.ofOrganisation(actor, id, search);
  }

  @Get('agreements/:id')
  @Allowed(agreementsPolicy.getAgreement)
  @Returns(agreementView)
  getAgreement(@CurrentActor() actor: Actor, @Param({ schema: agreementParams }) { id }: ById): Promise<AgreementView> {
    return this.agreements.get(actor, id);
  }

  @Patch('agreements/:id')
  @Allowed(agreementsPolicy.updateAgreement)
  @Returns(agreementView)
  updateAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: updateAgreement }) input: UpdateAgreement,
  ): Promise<AgreementView> {
    return this.agreements.update(actor, id, input);
  }

  @Post('agreements/:id/accept')
  @Allowed(agreementsPolicy.acceptAgreement)
  @Returns(agreementView)
  acceptAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: ofVersion }) input: OfVersion,
  ): Promise<AgreementView> {
    return this.agreements.accept(actor, id, input);
  }

  @Post('agreements/:id/comments')
  @Allowed(agreementsPolicy.commentOnAgreement)
  @Returns(agreementView)
  commentOnAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: commentOnAgreement }) input: CommentOnAgreement,
  ): Promise<AgreementView> {
    return this.agreements.comment(actor, id, input);
  }

  @Get('agreements/:id/history')
  @Allowed(agreementsPolicy.listAgreementHistory)
  @Returns(agreementHistory)
  listAgreementHistory(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Query({ schema: agreementHistorySearch }) search: AgreementHistorySearch,
  ): Promise<AgreementHistory> {
    return this.agreements.history(actor, id, search);
  }

  @Get('agreements/:id/document.pdf')
  @Allowed(agreementsPolicy.printAgreement)
  @ApiProduces('application/pdf')
  printAgreement(@CurrentActor() actor: Actor, @Param({ schema: agreementParams }) { id }: ById): Promise<StreamableFile> {
    return this.printing.print(actor, id, 'pdf');
  }

  @Get('agreements/:id/document.docx')
  @Allowed(agreementsPolicy.downloadAgreement)
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  downloadAgreement(@CurrentActor() actor: Actor, @Param({ schema: agreementParams }) { id }: ById): Promise<StreamableFile> {
    return this.printing.print(actor, id, 'docx');
  }
}
