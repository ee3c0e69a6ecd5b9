import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { atomDocument } from '../../platform/http/atom.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { Journal } from '../../platform/journal/journal.js';
import { renderPdf } from '../../platform/pdf/render-pdf.js';
import { LegalProcedures } from './legal-procedures.service.js';
import { latestAnswers } from './legal-procedure.view.js';
import { legalPolicy } from './legal.policy.js';
import { findProcedureOf, type ProcedureRow, type Subject } from './legal.queries.js';
import type { LegalProcedureView, PublishMotive } from './legal.schemas.js';
import { noticeCertificate } from './notice.certificate.js';
import { toNoticeView } from './notice.view.js';
import * as rows from './notices.queries.js';
import type { LegalNoticeView, NoticeKind, NoticePage, NoticeSearch } from './notices.schemas.js';
import { LegalRulesService } from './rule-corrections.service.js';

export interface NoticeToOpen {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly what: string;
  readonly shownAlso: string | null;
  readonly how: string;
  readonly siteIds: readonly string[];
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const IN_THE_FEED = 50;
const MOTIVE_SHOWN_MS = 62 * 24 * 3_600_000;
const FEED_TITLE = { fr: 'Terrain d’entente — avis de publicité', en: 'Terrain d’entente — publicity notices' } as const;

/** Publicity: what is offered, until when, how to answer; frozen once shown, and proven by a certificate. */
@Injectable()
export class LegalNotices {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly rules: LegalRulesService,
    private readonly procedures: LegalProcedures,
  ) {}

  async search(search: NoticeSearch): Promise<NoticePage> {
    const found = await rows.searchNotices(this.db.manager, search);
    const { items, next } = toPage(found, search.limit, ({ key, id }) => [key, id]);
    return { items: await Promise.all(items.map((row) => this.present(row))), next };
  }

  async get(id: string): Promise<LegalNoticeView> {
    return this.present(await this.find(id));
  }

  async atom(): Promise<string> {
    const language = currentLanguage();
    const { publicUrl } = this.config;
    const { items } = await this.search({ limit: IN_THE_FEED });
    return atomDocument({
      self: `${publicUrl}/api/notices/feed.atom`,
      title: FEED_TITLE[language],
      page: `${publicUrl}/avis`,
      publicUrl,
      language,
      now: this.clock.now(),
      entries: items.map(({ id, title, organisation, publishedAt, withdrawnAt, extensions, kind, what }) => ({
        id,
        title: `${title} (${organisation.name})`,
        updated: new Date(withdrawnAt ?? extensions.at(-1)?.at ?? publishedAt),
        page: `${publicUrl}/avis/${id}`,
        categories: [kind],
        summary: what,
        rights: [],
      })),
    });
  }

  async certificate(actor: Actor | null, id: string): Promise<StreamableFile> {
    const row = await this.find(id);
    const isTheirs = actor?.memberships.some(({ organisationId }) => organisationId === row.organisation.id) === true;
    const facts = {
      notice: await this.present(row),
      who: isTheirs ? row.publishedBy : null,
      url: `${this.config.publicUrl}/avis/${id}`,
      language: currentLanguage(),
    };
    const bytes = await renderPdf(noticeCertificate(facts));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: 'attachment; filename="certificat-de-publicite.pdf"' });
  }

  /** In the transaction of the act that makes it public; the caller has asked for the right to act. */
  async open(tx: EntityManager, actor: Actor, subject: Subject, notice: NoticeToOpen): Promise<string> {
    const procedure = await findProcedureOf(tx, subject);
    if (procedure === null) throw problem('legal-step-missing', { facts: { step: 'answers' } });
    return this.insert(tx, actor, procedure, notice);
  }

  /** @param reason read by everyone on the notice */
  async extend(tx: EntityManager, subject: Subject, { to, reason }: { readonly to: Date; readonly reason: string }): Promise<void> {
    const notice = await rows.windowOf(tx, subject);
    if (notice !== null) await rows.extendNotice(tx, { id: notice.id, from: notice.closesAt, to, reason, at: this.clock.now() });
  }

  /** A notice whose time is over stays as it was shown. */
  async withdraw(tx: EntityManager, subject: Subject, reason: string): Promise<void> {
    const notice = await rows.windowOf(tx, subject);
    const now = this.clock.now();
    if (notice !== null && notice.closesAt > now) await rows.withdrawNotice(tx, notice.id, reason, now);
  }

  /** CG3P L. 2122-1-3: the considerations of law and of fact are made public. */
  async publishMotive(actor: Actor, procedureId: string, { shownAlso }: PublishMotive): Promise<LegalProcedureView> {
    return this.db.transaction(async (tx) => {
      const procedure = await this.procedures.read(tx, actor, procedureId, legalPolicy.publishLegalMotive);
      const { actions, outcome } = await this.procedures.presentById(tx, actor, procedureId);
      if (actions.publishMotive !== null || outcome === null) throw problem('legal-step-not-in-path');
      const { ground, motive } = latestAnswers(procedure);
      const words = await this.rules.current(tx, `ground:${ground ?? ''}`);
      const opensAt = this.clock.now();
      await this.insert(tx, actor, procedure, {
        kind: 'motive',
        title: words.fr.title,
        what: `${words.fr.text} (${words.article})\n\n${motive ?? ''}`,
        shownAlso,
        how: (await this.rules.current(tx, 'remedies:public-contract')).fr.text,
        siteIds: await rows.siteIdsOf(tx, procedure),
        opensAt,
        closesAt: new Date(opensAt.getTime() + MOTIVE_SHOWN_MS),
      });
      return this.procedures.presentById(tx, actor, procedureId);
    });
  }

  private async insert(tx: EntityManager, actor: Actor, procedure: ProcedureRow, notice: NoticeToOpen): Promise<string> {
    const id = this.ids.next();
    const { opensAt, closesAt, ...words } = notice;
    const content = {
      ...words,
      siteIds: [...words.siteIds],
      organisation: procedure.organisationId,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    };
    const contentHash = createHash('sha256').update(canonicalJson(content)).digest('hex');
    await rows.insertNotice(tx, {
      ...notice,
      id,
      procedureId: procedure.id,
      at: this.clock.now(),
      accountId: actor.accountId,
      contentHash,
    });
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: actor.accountId },
      action: 'publish-notice',
      thing: { kind: 'legal_notice', id },
      organisationId: procedure.organisationId,
      facts: { kind: notice.kind, contentHash, opensAt: content.opensAt, closesAt: content.closesAt },
    });
    return id;
  }

  private async find(id: string): Promise<rows.NoticeRow> {
    const notice = await rows.findNotice(this.db.manager, id);
    if (notice === null) throw problem('not-found');
    return notice;
  }

  private async present(row: rows.NoticeRow): Promise<LegalNoticeView> {
    const { article } = await this.rules.current(this.db.manager, `path:${row.rule}`);
    return toNoticeView(row, article, this.clock.now());
  }
}
