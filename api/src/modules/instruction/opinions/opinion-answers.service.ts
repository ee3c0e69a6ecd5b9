import { Injectable, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import { networkOf } from '../../../platform/access/network-address.js';
import type { Actor } from '../../../platform/access/permission.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { Journal } from '../../../platform/journal/journal.js';
import { ApplicationFilesService } from '../../applications/application-files.service.js';
import { ApplicationMoves } from '../../applications/application-moves.service.js';
import { asOwnerReads, readerOf, scopeOf } from '../../applications/application.view.js';
import { ApplicationsService } from '../../applications/applications.service.js';
import { Inbox } from '../../inbox/inbox.js';
import type { Dossier } from '../instruction.criteria.js';
import { OpinionLinks } from './opinion-links.js';
import { standingOfOpinion } from './opinion.rules.js';
import { shownOf, toReceived, toSharedOpinions } from './opinion.view.js';
import { opinionsPolicy } from './opinions.policy.js';
import * as rows from './opinions.queries.js';
import type { AnswerOpinion, OpinionToken, ReceivedOpinion, SharedOpinions } from './opinions.schemas.js';

interface Asked {
  readonly opinion: rows.OpinionRow;
  readonly dossier: Dossier;
}

/** What whoever was asked reads and writes by the link of the letter, without an account; and what of it the applicant reads. */
@Injectable()
export class OpinionAnswers {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly journal: Journal,
    private readonly inbox: Inbox,
    private readonly applications: ApplicationsService,
    private readonly files: ApplicationFilesService,
    private readonly moves: ApplicationMoves,
    private readonly links: OpinionLinks,
  ) {}

  async received({ token }: OpinionToken, request: Request): Promise<ReceivedOpinion> {
    await this.limits.consume('link-network', networkOf(request.ip ?? ''));
    return this.db.transaction(async (tx) => this.present(await this.find(tx, { tokenHash: this.links.hashOf(token) })));
  }

  /** Once: what was said stays as it was said. */
  async answer({ token, text: answer, ...said }: AnswerOpinion, request: Request): Promise<ReceivedOpinion> {
    await this.limits.consume('link-network', networkOf(request.ip ?? ''));
    return this.db.transaction(async (tx) => {
      const by = { tokenHash: this.links.hashOf(token) };
      const asked = await this.find(tx, by);
      const { opinion, dossier } = asked;
      this.refuseOver(asked);
      const sequence = dossier.lastFiling?.sequence ?? 0;
      if (!(await rows.answerAsked(tx, { ...said, id: opinion.id, answer, sequence, at: this.clock.now() })))
        throw problem('opinion-closed', { facts: { state: 'answered' } });
      await this.tell(tx, asked);
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: null },
        action: 'answer-opinion-instruction',
        thing: { kind: 'application', id: dossier.id },
        organisationId: dossier.owner.id,
        facts: { opinionId: opinion.id, sequence, shared: opinion.shared ? 1 : 0 },
      });
      return this.present(await this.find(tx, by));
    });
  }

  /** A document of the sections that were chosen, as long as the request waits. */
  async file(ticket: string, fileId: string, request: Request, response: Response): Promise<StreamableFile | undefined> {
    const id = await this.opinionOf(ticket, request);
    const asked = await this.db.transaction((tx) => this.find(tx, { id }));
    this.refuseOver(asked);
    const { dossier, opinion } = asked;
    if (!shownOf(dossier, opinion.sections).files.some(({ id }) => id === fileId)) throw problem('not-found');
    return this.files.serve(dossier, fileId, { onlyFiled: true }, request, response);
  }

  /** A file may have many documents: only tickets that are not ours count as attempts. */
  private async opinionOf(ticket: string, request: Request): Promise<string> {
    try {
      return this.links.readTicket(ticket);
    } catch (error) {
      await this.limits.consume('link-network', networkOf(request.ip ?? ''));
      throw error;
    }
  }

  async shared(actor: Actor, applicationId: string): Promise<SharedOpinions> {
    const application = await this.applications.find(this.db.manager, applicationId);
    if (readerOf(actor, application, this.clock.now()) !== 'member')
      authorise(opinionsPolicy.listSharedOpinions, actor, scopeOf(application));
    return toSharedOpinions(await rows.opinionsOf(this.db.manager, applicationId));
  }

  /** The file is held while its request is read: neither changes meanwhile. @throws Problem `link-not-valid` */
  private async find(tx: EntityManager, by: Parameters<typeof rows.findOpinion>[1]): Promise<Asked> {
    const found = await rows.findOpinion(tx, by);
    if (found === null) throw problem('link-not-valid');
    const dossier = asOwnerReads(await this.moves.hold(tx, found.applicationId), this.clock.now());
    return { dossier, opinion: (await rows.findOpinion(tx, by)) ?? found };
  }

  private present({ opinion, dossier }: Asked): ReceivedOpinion {
    return toReceived(dossier, opinion, this.links.filesAt(opinion.id), this.clock.now());
  }

  private refuseOver({ opinion, dossier }: Asked): void {
    const state = standingOfOpinion(opinion, dossier, this.clock.now());
    if (state !== 'asked') throw problem('opinion-closed', { facts: { state } });
  }

  /** Whoever asked and those who work on the file; the applicant when it is shared with them. */
  private async tell(tx: EntityManager, { opinion, dossier }: Asked): Promise<void> {
    const { id, organisation, number, call, site } = dossier;
    const [facts, key] = [{ who: opinion.who }, `opinion-given-${opinion.id}`];
    const agents = [...new Set([...(opinion.accountId === null ? [] : [opinion.accountId]), ...(await rows.agentsOn(tx, id))])];
    const owners = new Set(await this.inbox.writersOf(tx, dossier.owner.id));
    await this.inbox.tell(tx, {
      kind: 'opinion_given',
      accounts: agents.filter((agent) => owners.has(agent)),
      thing: { id, name: `${organisation.name} · ${number ?? ''}` },
      path: `/instruction/${id}`,
      dedupeKey: key,
      facts,
    });
    if (!opinion.shared) return;
    await this.inbox.tell(tx, {
      kind: 'opinion_shared',
      accounts: await this.inbox.writersOf(tx, organisation.id),
      thing: { id, name: call?.title ?? site?.name ?? '' },
      path: `/mes-candidatures/${id}`,
      dedupeKey: `${key}-shared`,
      facts,
    });
  }
}
