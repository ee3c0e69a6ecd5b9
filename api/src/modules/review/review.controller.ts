import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { ReadingsService } from './readings.service.js';
import { reviewPolicy } from './review.policy.js';
import {
  comparison,
  type Comparison,
  comparisonSearch,
  type ComparisonSearch,
  inviteReviewer,
  type InviteReviewer,
  recordDiscussion,
  type RecordDiscussion,
  reviewerParams,
  reviewParams,
  reviewView,
  type ReviewView,
  shortlistApplication,
  type ShortlistApplication,
  startReview,
  type StartReview,
  withReason,
  type WithReason,
  writeMinutes,
  type WriteMinutes,
} from './review.schemas.js';
import { ReviewersService } from './reviewers.service.js';
import { ReviewsService } from './reviews.service.js';

interface ById {
  readonly id: string;
}

/** The review of a call, seen by its owner and by the chair. */
@ApiTags('review')
@Controller('calls/:id/review')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly reviewers: ReviewersService,
    private readonly readings: ReadingsService,
  ) {}

  @Get()
  @Allowed(reviewPolicy.getReview)
  @Returns(reviewView)
  getReview(@CurrentActor() actor: Actor, @Param({ schema: reviewParams }) { id }: ById): Promise<ReviewView> {
    return this.reviews.get(actor, id);
  }

  @Post()
  @Allowed(reviewPolicy.startReview)
  @Returns(reviewView, { status: 201, description: 'Admissible files are in review' })
  startReview(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: startReview }) input: StartReview,
  ): Promise<ReviewView> {
    return this.reviews.start(actor, id, input);
  }

  @Post('reviewers')
  @Allowed(reviewPolicy.inviteReviewer)
  @Returns(reviewView, { status: 201, description: 'Invited by e-mail' })
  inviteReviewer(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: inviteReviewer }) input: InviteReviewer,
  ): Promise<ReviewView> {
    return this.reviewers.invite(actor, id, input);
  }

  @Post('reviewers/:reviewerId/remove')
  @Allowed(reviewPolicy.removeReviewer)
  @Returns(reviewView)
  removeReviewer(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewerParams }) { id, reviewerId }: ById & { readonly reviewerId: string },
    @Body({ schema: withReason }) input: WithReason,
  ): Promise<ReviewView> {
    return this.reviewers.remove(actor, id, reviewerId, input);
  }

  @Post('reveal')
  @Allowed(reviewPolicy.revealScores)
  @Returns(reviewView)
  revealScores(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: withReason }) input: WithReason,
  ): Promise<ReviewView> {
    return this.reviews.reveal(actor, id, input);
  }

  @Post('notes')
  @Allowed(reviewPolicy.recordDiscussion)
  @Returns(reviewView, { status: 201, description: 'Recorded' })
  recordDiscussion(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: recordDiscussion }) input: RecordDiscussion,
  ): Promise<ReviewView> {
    return this.reviews.discuss(actor, id, input);
  }

  @Post('minutes')
  @Allowed(reviewPolicy.writeReviewMinutes)
  @Returns(reviewView)
  writeReviewMinutes(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: writeMinutes }) input: WriteMinutes,
  ): Promise<ReviewView> {
    return this.reviews.writeMinutes(actor, id, input);
  }

  @Post('shortlist')
  @Allowed(reviewPolicy.shortlistApplication)
  @Returns(reviewView)
  shortlistApplication(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Body({ schema: shortlistApplication }) input: ShortlistApplication,
  ): Promise<ReviewView> {
    return this.reviews.shortlist(actor, id, input);
  }

  @Get('comparison')
  @Allowed(reviewPolicy.compareApplications)
  @Returns(comparison)
  compareApplications(
    @CurrentActor() actor: Actor,
    @Param({ schema: reviewParams }) { id }: ById,
    @Query({ schema: comparisonSearch }) { applications }: ComparisonSearch,
  ): Promise<Comparison> {
    return this.readings.compare(actor, id, applications);
  }
}
