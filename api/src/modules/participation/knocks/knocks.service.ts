import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { hashToken } from '../../../platform/access/app-secret.js';
import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, whyNotAllowed } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { addressKey } from '../../../platform/mail/mail-address.js';
import { type KnockFacts, whyNotJoin, whyNotWrite } from './knock.rules.js';
import { KnocksJournal } from './knocks.journal.js';
import { knocksPolicy } from './knocks.policy.js';
import * as rows from './knocks.queries.js';
import type { JoinKnock, LeaveKnock, SiteKnock } from './knocks.schemas.js';

export interface Knock extends KnockFacts {
  readonly place: rows.KnockPlace;
  readonly parties: readonly rows.Party[];
  readonly letters: readonly rows.LetterRow[];
}

/** Organisations that look at the same lead make themselves known to each other, and to whoever may own it. */
@Injectable()
export class KnocksService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: KnocksJournal,
  ) {}

  /** @param actor null for a stranger, who may read and nothing else */
  async read(actor: Actor | null, siteId: string): Promise<SiteKnock> {
    return this.viewOf(this.db.manager, actor, siteId);
  }

  async join(actor: Actor, siteId: string, { organisationId, named }: JoinKnock): Promise<SiteKnock> {
    authorise(knocksPolicy.joinKnock, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const knock = await this.load(tx, siteId, rows.lockKnockPlace);
      const [organisation] = await rows.organisationsLooking(tx, [organisationId]);
      const why = whyNotJoin(knock, organisation?.looks ?? false);
      if (why !== null) throw problem(why);
      await rows.addParty(tx, { id: this.ids.next(), siteId, organisationId, accountId: actor.accountId, named, at: this.clock.now() });
      await this.journal.tell(tx, actor.accountId, siteId, 'join-knock', { organisationId, facts: { named } });
      return this.viewOf(tx, actor, siteId);
    });
  }

  async leave(actor: Actor, siteId: string, { organisationId }: LeaveKnock): Promise<SiteKnock> {
    authorise(knocksPolicy.leaveKnock, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      if (!(await rows.leaveParty(tx, siteId, organisationId, this.clock.now()))) throw problem('knock-not-joined');
      await this.journal.tell(tx, actor.accountId, siteId, 'leave-knock', { organisationId });
      return this.viewOf(tx, actor, siteId);
    });
  }

  /** Everything that decides, of a place that everyone may see. @throws Problem */
  async load(db: EntityManager, siteId: string, find = rows.findKnockPlace): Promise<Knock> {
    const place = await find(db, siteId);
    if (place === null || !place.seenByAll) throw problem('not-found');
    const [parties, letters] = [await rows.partiesOf(db, siteId), await rows.lettersOf(db, siteId)];
    const isStopped = await rows.isStopped(db, siteId, hashOfAddress(place.contactEmail));
    return {
      place,
      parties,
      letters,
      isLead: place.isLead,
      organisationCount: parties.length,
      lastWrittenAt: letters[0]?.writtenAt ?? null,
      isStopped,
    };
  }

  async viewOf(db: EntityManager, actor: Actor | null, siteId: string): Promise<SiteKnock> {
    const knock = await this.load(db, siteId);
    const seen = knock.place.inCall ? [] : knock.parties;
    return {
      organisations: seen.length,
      names: seen.filter(({ named }) => named).map(({ name }) => name),
      stopped: knock.isStopped,
      letters: knock.letters.map(({ writtenAt, state, answeredAt }) => ({
        writtenOn: dayOf(writtenAt),
        state,
        answeredOn: answeredAt && dayOf(answeredAt),
      })),
      mine: actor === null ? [] : await this.mineIn(db, actor, knock),
    };
  }

  private async mineIn(db: EntityManager, actor: Actor, knock: Knock): Promise<SiteKnock['mine']> {
    const found = await rows.organisationsLooking(
      db,
      actor.memberships.map(({ organisationId }) => organisationId),
    );
    return found.map(({ id, name, looks }) => {
      const scope = { organisationId: id };
      const party = knock.parties.find(({ organisationId }) => organisationId === id);
      return {
        organisation: { id, name },
        joined: party !== undefined,
        named: party?.named ?? false,
        letterId: party === undefined ? null : (knock.letters[0]?.id ?? null),
        actions: {
          joinKnock: whyNotAllowed(knocksPolicy.joinKnock, actor, scope) ?? whyNotJoin(knock, looks),
          leaveKnock: whyNotAllowed(knocksPolicy.leaveKnock, actor, scope) ?? (party ? null : 'knock-not-joined'),
          writeKnockLetter:
            whyNotAllowed(knocksPolicy.writeKnockLetter, actor, scope) ?? whyNotWrite(knock, party !== undefined, this.clock.now()),
        },
      };
    });
  }
}

/** Kept in place of the address: enough to know one that asked for silence. */
export function hashOfAddress(email: string | null): string | null {
  return email === null ? null : hashToken(addressKey(email));
}
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
