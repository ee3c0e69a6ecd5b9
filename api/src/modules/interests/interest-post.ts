import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import type { Language } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';
import { latestAnswers } from '../legal/legal-procedure.view.js';
import { silenceEnds } from '../legal/legal-steps.rules.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { consequenceKey } from './interest.consequence.js';
import { interestStateAt, type InterestState } from './interest.rules.js';
import { organisationsItFits, writersOf } from './interest-post.queries.js';
import { addInterestHistory, findInterest, type InterestRecord, noteSilenceTold, silentSince } from './interests.queries.js';
import { interestWindowOpen } from './interests.events.js';
import { interestAnswered, interestArrived, interestWindowOpened } from './interests.mails.js';
import { LegalRulesService } from '../legal/rule-corrections.service.js';

const TELLING_HOUR = 8;
/** Two months are never shorter. */
const SHORTEST_SILENCE_MS = 59 * 24 * 3_600_000;

/** Letters about requests: each says what happened and what it means, once. */
@Injectable()
export class InterestPost implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: Journal,
    private readonly outbox: MailOutbox,
    private readonly rules: LegalRulesService,
    private readonly legalSteps: LegalSteps,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(interestWindowOpen, 'tell-possible-rivals', ({ interestId }) => this.tellPossibleRivals(interestId));
    this.jobs.dailyInParis('tell-silence', TELLING_HOUR, () => this.tellSilence());
  }

  async answered(
    tx: EntityManager,
    interest: InterestRecord,
    what: Exclude<InterestState, 'received'>,
    reason: string | null,
  ): Promise<void> {
    const procedure = await this.legalSteps.of(tx, { applicationId: interest.application.id });
    const key = consequenceKey(what, procedure === null ? null : latestAnswers(procedure));
    const words = key === null ? null : await this.rules.current(tx, key);
    await this.send(tx, interest.organisation.id, interestAnswered, `interest-${what}-${interest.id}`, (language) => ({
      what,
      place: interest.site.name,
      owner: interest.owner.name,
      reason,
      consequence: words === null ? null : `${words[language].text} (${words.article})`,
      link: this.page(`/demandes/${interest.id}`),
    }));
  }

  async received(tx: EntityManager, interest: InterestRecord): Promise<void> {
    const ends = interest.silenceCounts ? silenceEnds(new Date(interest.receivedAt)).toISOString() : null;
    await this.arrived(
      tx,
      interest,
      { what: 'request', from: interest.organisation.name, silenceEndsAt: ends },
      `interest-received-${interest.id}`,
    );
  }

  async rivalArrived(tx: EntityManager, interest: InterestRecord, rivalId: string, from: string): Promise<void> {
    await this.arrived(tx, interest, { what: 'rival', from, silenceEndsAt: null }, `interest-rival-${rivalId}`);
  }

  /** The clock has refused; saying so may be late, and changes nothing. */
  async tellSilence(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - SHORTEST_SILENCE_MS);
    for (const interest of await silentSince(this.db.manager, before)) {
      const facts = { state: interest.state, receivedAt: new Date(interest.receivedAt), silenceCounts: interest.silenceCounts };
      if (interestStateAt(facts, now) !== 'refused_by_silence') continue;
      await this.db.transaction(async (tx) => {
        if (!(await noteSilenceTold(tx, interest.id, now))) return;
        const line = { action: 'keepSilent', fromState: 'received', toState: 'refused_by_silence', reason: null } as const;
        await addInterestHistory(tx, { ...line, id: this.ids.next(), interestId: interest.id, at: now, accountId: null });
        await this.answered(tx, interest, 'refused_by_silence', null);
        await this.journal.recordAct(tx, {
          actor: { kind: 'system', id: null },
          action: 'tell-silence',
          thing: { kind: 'interest', id: interest.id },
          organisationId: interest.owner.id,
          from: line.fromState,
          to: line.toState,
        });
      });
    }
  }

  private async tellPossibleRivals(interestId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const interest = await findInterest(tx, interestId);
      if (interest?.state !== 'publicity_open' || interest.window === null) return;
      const { site, owner, organisation, window } = interest;
      const values = {
        place: site.name,
        owner: owner.name,
        closesAt: new Date(window.closesAt).toISOString(),
        link: this.page(`/avis/${window.noticeId}`),
      };
      for (const organisationId of await organisationsItFits(tx, site.id, [organisation.id, owner.id]))
        await this.send(tx, organisationId, interestWindowOpened, `interest-window-${interestId}`, () => values);
    });
  }

  private arrived(
    tx: EntityManager,
    { id, site, owner }: InterestRecord,
    said: { what: 'request' | 'rival'; from: string; silenceEndsAt: string | null },
    event: string,
  ): Promise<void> {
    return this.send(tx, owner.id, interestArrived, event, () => ({ ...said, place: site.name, link: this.page(`/demandes/${id}`) }));
  }

  private page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  private async send<Values extends object>(
    tx: EntityManager,
    organisationId: string,
    template: MailTemplate<Values>,
    event: string,
    values: (language: Language) => Values,
  ): Promise<void> {
    for (const { accountId, email, language } of await writersOf(tx, organisationId))
      await this.outbox.send(tx, { to: email, language, template, values: values(language), eventKey: `${event}-${accountId}`, accountId });
  }
}
