import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { Ids } from '../../platform/ids.js';
import { parisFace } from '../../platform/paris-time.js';
import { Inbox, type Telling } from '../inbox/inbox.js';
import { hundredths } from '../review/ranking.rules.js';
import type { AwardParts } from './awards.service.js';
import { applicationObsolete, awardGivenUp, decisionTold } from './decisions.mails.js';
import { awardReopened } from './reopening.mails.js';
import { insertLetter, type LineRow, waitingFor } from './decisions.queries.js';
import type { DecideAward } from './decisions.schemas.js';
import { isMixed, type LetterKind, writeLetter } from './letters.js';
import { reasonsOf } from './results.composition.js';

export interface ToldApplication {
  readonly id: string;
  readonly number: string;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Letters, kept as they were written, and the messages that lead to them: in the transaction of what they tell. */
@Injectable()
export class DecisionPost {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly inbox: Inbox,
  ) {}

  async letter(
    tx: EntityManager,
    parts: AwardParts,
    kind: LetterKind,
    application: ToldApplication,
    {
      lines,
      decision,
      decisions = new Map(),
      reason = null,
      suspended = [],
    }: {
      readonly lines: readonly LineRow[];
      /** Of each lot, where they were decided apart. */
      readonly decisions?: ReadonlyMap<string | null, DecideAward>;
      readonly decision: DecideAward;
      readonly reason?: string | null;
      readonly suspended?: readonly string[];
    },
  ): Promise<void> {
    const { call, deed, lots } = parts;
    const content = writeLetter(kind, {
      owner: call.organisation.name,
      call: call.content.title,
      organisation: application.organisation.name,
      number: application.number,
      on: parisFace(this.clock.now()).slice(0, 10),
      deed,
      decision,
      reason,
      suspended,
      lines: lines.map((line) => {
        const ranked = parts.ranks.find(({ lot }) => lot === line.lot)?.lines.find(({ applicationId }) => applicationId === application.id);
        const isShown = ranked !== undefined && ranked.rank !== null;
        const apart = decisions.get(line.lot);
        return {
          ...(apart === undefined ? {} : { decision: apart }),
          lot: lots.find(({ id }) => id === line.lot)?.name ?? null,
          outcome: line.outcome,
          waitingRank: line.waitingRank,
          rank: isShown ? ranked.rank : null,
          points: isShown ? (hundredths(ranked.total) / 100).toLocaleString('fr-FR') : null,
          reasons: reasonsOf(parts, line),
        };
      }),
    });
    const id = this.ids.next();
    await insertLetter(tx, { id, applicationId: application.id, kind, at: this.clock.now(), content });
    const values = {
      kind,
      mixed: isMixed(lines),
      target: call.content.title,
      link: this.page(`/mes-candidatures/${application.id}/decision`),
    };
    await this.tell(tx, application.organisation.id, {
      kind: 'decision',
      thing: { id: application.id, name: call.content.title },
      path: `/mes-candidatures/${application.id}/decision`,
      dedupeKey: `decision-letter-${id}`,
      letter: { template: decisionTold, values: () => values },
    });
  }

  /** To those whose direct request for the place is over. */
  async obsolete(
    tx: EntityManager,
    request: { readonly id: string; readonly organisationId: string; readonly site: string },
  ): Promise<void> {
    const values = { place: request.site, link: this.page(`/mes-candidatures/${request.id}`) };
    await this.tell(tx, request.organisationId, {
      kind: 'decision',
      thing: { id: request.id, name: request.site },
      path: `/mes-candidatures/${request.id}`,
      dedupeKey: `application-obsolete-${request.id}`,
      letter: { template: applicationObsolete, values: () => values },
    });
  }

  /** To the owner's agents: who was chosen withdraws, and what follows. */
  async givenUp(
    tx: EntityManager,
    { call }: AwardParts,
    event: string,
    values: { readonly organisation: string; readonly lot: string | null; readonly promoted: string | null },
  ): Promise<void> {
    const path = `/mes-appels/${call.id}/decision`;
    const target = call.content.title;
    await this.tell(tx, call.organisation.id, {
      kind: 'award_given_up',
      thing: { id: call.id, name: target },
      path,
      dedupeKey: event,
      facts: { who: values.organisation },
      letter: { template: awardGivenUp, values: () => ({ ...values, target, link: this.page(path) }) },
    });
  }

  /** To those who wait for the place, whose rank stays, and to the owner's agents: the award waits for a new decision. */
  async awardReopened(
    tx: EntityManager,
    parts: AwardParts,
    { lot, event }: { readonly lot: string | null; readonly event: string },
  ): Promise<void> {
    const { call, lots } = parts;
    const target = call.content.title;
    const place = lots.find(({ id }) => id === lot)?.name ?? target;
    const waiting = await waitingFor(tx, call.id, lot);
    const told = [
      ...waiting.map(({ id, organisationId }) => ({ organisationId, thing: id, path: `/mes-candidatures/${id}/decision`, waits: true })),
      { organisationId: call.organisation.id, thing: call.id, path: `/mes-appels/${call.id}/decision`, waits: false },
    ];
    for (const { organisationId, thing, path, waits } of told) {
      await this.tell(tx, organisationId, {
        kind: 'award_reopened',
        thing: { id: thing, name: target },
        path,
        dedupeKey: `award-reopened-${event}-${thing}`,
        facts: { who: place },
        letter: { template: awardReopened, values: () => ({ place, target, waits, link: this.page(path) }) },
      });
    }
  }

  private page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  private async tell<Values extends object>(
    tx: EntityManager,
    organisationId: string,
    telling: Omit<Telling<Values>, 'accounts'>,
  ): Promise<void> {
    await this.inbox.tell(tx, { ...telling, accounts: await this.inbox.writersOf(tx, organisationId) });
  }
}
