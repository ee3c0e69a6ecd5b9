import { Body, Controller, Get, Param, Patch, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { ReadingsService } from './readings.service.js';
import { reviewPolicy } from './review.policy.js';
import {
  answerReviewInvitation,
  type AnswerReviewInvitation,
  myReviews,
  type MyReviews,
  readingFileParams,
  readingView,
  type ReadingView,
  reviewParams,
  saveScores,
  type SaveScores,
  withReason,
  type WithReason,
} from './review.schemas.js';
import { ReviewersService } from './reviewers.service.js';

interface ById {
  readonly id: string;
}

/** What a reviewer does: an agent of the owner, or an expert from outside. */
@ApiTags('review')
@Controller()
export class ReadingsController {
  constructor(
    private readonly reviewers: ReviewersService,
    private readonly readings: ReadingsService,
  ) {}

  @Get('me/reviews')
  @Allowed(reviewPolicy.listMyReviews)
  @Returns(myReviews)
  listMyReviews(@CurrentActor() actor: Actor): Promise<MyReviews> {
    return this.reviewers.mine(actor);
  }

  @Post('reviewers/:id/answer')
  @Allowed(reviewPolicy.answerReviewInvitation)
  @Returns(myReviews)
  answerReviewInvitation(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: answerReviewInvitation }) input: AnswerReviewInvitation,
  ): Promise<MyReviews> {
    return this.reviewers.answer(actor, id, input);
  }

  @Get('readings/:id')
  @Allowed(reviewPolicy.getReading)
  @Returns(readingView)
  getReading(@CurrentActor() actor: Actor, @Param({ schema: reviewParams }) { id }: ById): Promise<ReadingView> {
    return this.readings.get(actor, id);
  }

  @Post('readings/:id/no-link')
  @Allowed(reviewPolicy.declareNoLink)
  @Returns(readingView)
  declareNoLink(@CurrentActor() actor: Actor, @Param({ schema: reviewParams }) { id }: ById): Promise<ReadingView> {
    return this.readings.declareNoLink(actor, id);
  }

  @Post('readings/:id/recuse')
  @Allowed(reviewPolicy.recuseFromReading)
  @Returns(readingView)
  recuseFromReading(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: withReason }) input: WithReason,
  ): Promise<ReadingView> {
    return this.readings.recuse(actor, id, input);
  }

  @Patch('readings/:id')
  @Allowed(reviewPolicy.saveScores)
  @Returns(readingView)
  saveScores(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: saveScores }) input: SaveScores,
  ): Promise<ReadingView> {
    return this.readings.save(actor, id, input);
  }

  @Post('readings/:id/lock')
  @Allowed(reviewPolicy.lockScores)
  @Returns(readingView)
  lockScores(@CurrentActor() actor: Actor, @Param({ schema: reviewParams }) { id }: ById): Promise<ReadingView> {
    return this.readings.lock(actor, id);
  }

  @Get('readings/:id/files/:fileId')
  @Allowed(reviewPolicy.readReadingFile)
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  readReadingFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: readingFileParams }) { id, fileId }: ById & { readonly fileId: string },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.readings.readFile(actor, id, fileId, request, response);
  }
}
