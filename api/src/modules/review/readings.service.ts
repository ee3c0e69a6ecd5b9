import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { ApplicationFilesService } from '../applications/application-files.service.js';
import { toApplicationView } from '../applications/application.view.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { ReadingBars } from '../applications/reading-bars.js';
import { ReviewActs } from './review.acts.js';
import { reviewPolicy } from './review.policy.js';
import * as rows from './review.queries.js';
import type { ReadingRow, ReviewerRow } from './review.queries.js';
import {
  missingScores,
  nextReadingState,
  orderFor,
  type ReadingAction,
  type Scores,
  unknownScores,
  whyNotActOnReading,
  whyNotRead,
} from './review.rules.js';
import type { Comparison, ReadingView, SaveScores, WithReason } from './review.schemas.js';
import { callOf, gridOf, IN_REVIEW, notesOn, revealedScores, type ReviewParts } from './review.view.js';
import { ReviewsService } from './reviews.service.js';

interface Found {
  readonly reading: ReadingRow;
  readonly reviewer: ReviewerRow;
  readonly parts: ReviewParts;
}
const outside = said('n’est pas un critère de la grille, ou sort de l’échelle', 'is no criterion of the grid, or is off the scale');

/** What one reviewer does with one file: says whether a link ties them, reads, scores, locks. */
@Injectable()
export class ReadingsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly reviews: ReviewsService,
    private readonly applications: ApplicationsService,
    private readonly files: ApplicationFilesService,
    private readonly bars: ReadingBars,
    private readonly acts: ReviewActs,
  ) {}

  onModuleInit(): void {
    this.bars.areReadBy(rows.hasDeclaredLink);
  }

  async get(actor: Actor, id: string): Promise<ReadingView> {
    return this.present(this.db.manager, actor, await this.find(this.db.manager, actor, id, reviewPolicy.getReading));
  }

  async declareNoLink(actor: Actor, id: string): Promise<ReadingView> {
    return this.move(actor, id, 'declareNoLink', null);
  }

  /** The reason is for the owner's agents, who ask for somebody else; it blocks the reading for good. */
  async recuse(actor: Actor, id: string, { reason }: WithReason): Promise<ReadingView> {
    return this.move(actor, id, 'recuse', reason);
  }

  async save(actor: Actor, id: string, { scores }: SaveScores): Promise<ReadingView> {
    return this.db.transaction(async (tx) => {
      const found = await this.find(tx, actor, id, reviewPolicy.saveScores);
      this.refuse(found, 'write');
      const unknown = unknownScores(gridOf(found.parts), scores);
      if (unknown.length > 0)
        throw problem('invalid-input', {
          errors: unknown.map((criterion) => ({ in: 'body', pointer: `/scores/${criterion}`, message: outside.error() })),
        });
      if (!(await rows.writeScores(tx, id, scores, this.clock.now()))) throw problem('changed-meanwhile');
      return this.present(tx, actor, await this.find(tx, actor, id, reviewPolicy.saveScores));
    });
  }

  async lock(actor: Actor, id: string): Promise<ReadingView> {
    return this.move(actor, id, 'lock', null);
  }

  async readFile(actor: Actor, id: string, fileId: string, request: Request, response: Response): Promise<StreamableFile | undefined> {
    const { reading } = await this.find(this.db.manager, actor, id, reviewPolicy.readReadingFile);
    const why = whyNotRead(reading.state);
    if (why !== null) throw problem(why);
    const application = await this.applications.find(this.db.manager, reading.applicationId);
    return this.files.serve(application, fileId, { onlyFiled: true }, request, response);
  }

  /** Up to four files side by side, for the owner's agents; a file with which one declared a link is not among them. */
  async compare(actor: Actor, callId: string, ids: readonly string[]): Promise<Comparison> {
    const parts = await this.reviews.parts(this.db.manager, callId);
    const line: Permission =
      parts.call.publishedAt === null ? { ...reviewPolicy.compareApplications, hidden: true } : reviewPolicy.compareApplications;
    authorise(line, actor, { organisationId: parts.call.organisation.id });
    const items: Comparison['items'] = [];
    for (const id of ids) {
      const known = parts.review === null ? undefined : parts.applications.find((one) => one.id === id && one.state !== 'withdrawn');
      if (known === undefined) throw problem('not-found');
      await this.bars.refuse(this.db.manager, actor, id);
      const { answers, files, lots } = await this.content(actor, parts, id);
      items.push({ id, number: known.number, organisation: known.organisation, answers, lots, files, scores: revealedScores(parts, id) });
    }
    return { form: parts.call.content.form, grid: parts.call.content.grid, items };
  }

  private async move(actor: Actor, id: string, action: Exclude<ReadingAction, 'reveal'>, reason: string | null): Promise<ReadingView> {
    const line = { declareNoLink: reviewPolicy.declareNoLink, recuse: reviewPolicy.recuseFromReading, lock: reviewPolicy.lockScores }[
      action
    ];
    return this.db.transaction(async (tx) => {
      const seen = await this.find(tx, actor, id, line);
      // Acts on one review follow one another: the last to lock sees that they are.
      await this.reviews.hold(tx, seen.parts.call.id);
      const found = await this.find(tx, actor, id, line);
      const { reading, reviewer, parts } = found;
      this.refuse(found, action);
      const to = nextReadingState(reading.state, action) ?? reading.state;
      if (!(await rows.moveReading(tx, reading, to, reason, this.clock.now()))) throw problem('changed-meanwhile');
      await this.acts.tell(tx, actor, parts.call, {
        action: { declareNoLink: 'declare-no-link', recuse: 'recuse-reviewer', lock: 'lock-scores' }[action],
        from: reading.state,
        to,
        facts: {
          reviewer: reviewer.id,
          application: reading.applicationId,
          ...(action === 'lock' ? { scores: hashOfScores(reading.scores) } : {}),
        },
      });
      await this.reviews.revealIfWhole(tx, parts.call.id);
      return this.present(tx, actor, await this.find(tx, actor, id, line));
    });
  }

  /** A file that left the review, and the readings of somebody who was replaced, are nobody's any more. */
  private async find(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<Found> {
    const reading = await rows.findReading(tx, id);
    const reviewer = reading === null ? null : await rows.findReviewer(tx, reading.reviewerId);
    if (reading === null || reviewer === null) throw problem('not-found');
    authorise(line, actor, { accountId: reviewer.state === 'accepted' ? reviewer.accountId : null });
    return { reading, reviewer, parts: await this.reviews.parts(tx, reviewer.callId) };
  }

  private refuse({ reading, parts }: Found, action: Parameters<typeof whyNotActOnReading>[0]): void {
    const application = parts.applications.find(({ id }) => id === reading.applicationId);
    if (parts.now !== 'under_review') throw problem('call-state-forbids', { facts: { state: parts.now } });
    if (application === undefined || !IN_REVIEW.includes(application.state)) throw problem('application-state-forbids');
    const missing = missingScores(gridOf(parts), reading.scores).length;
    const why = whyNotActOnReading(action, reading.state, { revealed: (parts.review?.revealedAt ?? null) !== null, missing });
    if (why !== null) throw problem(why, { facts: { state: reading.state, missing } });
  }

  private async content(actor: Actor, parts: ReviewParts, applicationId: string) {
    const { form, answers, shown, lots, files } = toApplicationView(
      actor,
      await this.applications.find(this.db.manager, applicationId),
      'owner',
      this.clock.now(),
    );
    return { form, answers, shown, files, lots: parts.lots.filter(({ id }) => lots.includes(id)) };
  }

  private async present(tx: EntityManager, actor: Actor, { reading, reviewer, parts }: Found): Promise<ReadingView> {
    const { review, call } = parts;
    const application = parts.applications.find(({ id }) => id === reading.applicationId);
    const revealedAt = review?.revealedAt?.toISOString() ?? null;
    const missing = missingScores(gridOf(parts), reading.scores).length;
    const why = (action: Parameters<typeof whyNotActOnReading>[0]) =>
      parts.now === 'under_review'
        ? whyNotActOnReading(action, reading.state, { revealed: revealedAt !== null, missing })
        : 'call-state-forbids';
    const left = orderFor(reviewer.id, await rows.readingsOfReviewers(tx, [reviewer.id])).filter(
      ({ id, state }) => id !== reading.id && (state === 'assigned' || state === 'scoring'),
    );
    const isLinked = reading.state === 'conflict_declared';
    return {
      id: reading.id,
      number: application?.number ?? '',
      organisation: application?.organisation ?? '',
      state: reading.state,
      missing,
      call: callOf(parts),
      grid: call.content.grid,
      function: reviewer.function,
      chair: reviewer.chair,
      dueOn: review?.dueOn ?? '',
      revealedAt,
      reason: reading.reason,
      application: whyNotRead(reading.state) === null ? await this.content(actor, parts, reading.applicationId) : null,
      scores: { ...reading.scores },
      others: isLinked ? [] : revealedScores(parts, reading.applicationId).filter(({ reviewerId }) => reviewerId !== reviewer.id),
      notes: isLinked ? [] : notesOn(parts, reading.applicationId),
      next: left[0]?.id ?? null,
      actions: {
        declareNoLink: why('declareNoLink'),
        recuseFromReading: why('recuse'),
        saveScores: why('write'),
        lockScores: why('lock'),
      },
    };
  }
}

/** What proves later which scores were locked; their written reasons make it impossible to guess. */
export function hashOfScores(scores: Scores): string {
  return createHash('sha256').update(canonicalJson(scores)).digest('hex');
}
