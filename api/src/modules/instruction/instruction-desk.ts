import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { isReadByOwner } from '../applications/application.rules.js';
import { asOwnerReads, targetOf } from '../applications/application.view.js';
import { ReadingBars } from '../applications/reading-bars.js';
import { type Criterion, criteriaOf, type Dossier } from './instruction.criteria.js';
import { type CheckRow, checksOf, ownCriteria } from './instruction.queries.js';

export type CheckedCriterion = Criterion & { readonly check: CheckRow | null };

/** A file on the desk of an agent: held while it is acted upon, and the criteria with what was ticked. */
@Injectable()
export class InstructionDesk {
  constructor(
    private readonly clock: Clock,
    private readonly moves: ApplicationMoves,
    private readonly bars: ReadingBars,
  ) {}

  /** Locked until the transaction ends; nothing of a file is known before the owner may read it. @throws Problem */
  async hold(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<Dossier> {
    const dossier = await this.read(tx, actor, id, line);
    const isTheirs = actor.memberships.some(({ organisationId }) => organisationId === dossier.organisation.id);
    if (isTheirs) throw problem('own-application');
    return dossier;
  }

  async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<Dossier> {
    const dossier = await this.moves.hold(tx, id);
    authorise(line, actor, { organisationId: dossier.owner.id });
    const filings = dossier.lastFiling?.sequence ?? 0;
    if (!isReadByOwner(dossier.state, filings, targetOf(dossier), this.clock.now())) throw problem('not-found');
    await this.bars.refuse(tx, actor, id);
    return asOwnerReads(dossier, this.clock.now());
  }

  async checked(tx: EntityManager, dossier: Dossier): Promise<CheckedCriterion[]> {
    const checks = new Map((await checksOf(tx, dossier.id)).map((check) => [check.criterion, check]));
    const criteria = criteriaOf(dossier, await ownCriteria(tx, dossier.id));
    return criteria.map((criterion) => ({ ...criterion, check: checks.get(criterion.key) ?? null }));
  }
}
