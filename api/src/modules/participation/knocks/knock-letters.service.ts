import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import { networkOf } from '../../../platform/access/network-address.js';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { MembersMailing } from '../../organisations/members.mailing.js';
import { renderPdf } from '../../../platform/pdf/render-pdf.js';
import { KnockCodes } from './knock-codes.js';
import { letterDocument } from './knock-letter.document.js';
import { nextKnockLetterState, whyNotWrite } from './knock.rules.js';
import { KnocksJournal } from './knocks.journal.js';
import { knockAnsweredMail, knockLetterMail } from './knocks.mails.js';
import { knocksPolicy } from './knocks.policy.js';
import * as rows from './knocks.queries.js';
import type { KnockAnswerInput, KnockCode, KnockLetter, ReceivedLetter, WriteLetter } from './knocks.schemas.js';
import { hashOfAddress, KnocksService } from './knocks.service.js';

/** Places of open data are French, and so are those who own them. */
const LANGUAGE = 'fr';

/** One letter a place and a half-year, never to someone who asked for silence; answered by its code, without an account. */
@Injectable()
export class KnockLetters {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: RateLimits,
    private readonly outbox: MailOutbox,
    private readonly mailing: MembersMailing,
    private readonly codes: KnockCodes,
    private readonly knocks: KnocksService,
    private readonly journal: KnocksJournal,
  ) {}

  async write(actor: Actor, siteId: string, { organisationId }: WriteLetter): Promise<KnockLetter> {
    authorise(knocksPolicy.writeKnockLetter, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const knock = await this.knocks.load(tx, siteId, rows.lockKnockPlace);
      const isParty = knock.parties.some((party) => party.organisationId === organisationId);
      const why = whyNotWrite(knock, isParty, this.clock.now());
      if (why !== null) throw problem(why);
      const id = this.ids.next();
      const names = knock.parties.filter(({ named }) => named).map(({ name }) => name);
      const letter = { names, organisationCount: knock.parties.length, codeHash: this.codes.hashFor(id) };
      const { contactEmail } = knock.place;
      const from = { siteId, organisationId, accountId: actor.accountId, addressHash: hashOfAddress(contactEmail) };
      await rows.insertLetter(tx, { id, language: LANGUAGE, at: this.clock.now(), ...from, ...letter });
      if (contactEmail !== null) await this.send(tx, id, contactEmail, knock.place, letter);
      const facts = { letterId: id, organisations: knock.parties.length, mailed: contactEmail !== null };
      await this.journal.tell(tx, actor.accountId, siteId, 'write-knock-letter', { organisationId, from: null, to: 'written', facts });
      return this.viewOf(tx, id, true);
    });
  }

  get(actor: Actor, id: string): Promise<KnockLetter> {
    return this.readBy(actor, id, knocksPolicy.getKnockLetter);
  }

  /** The same letter on paper, with its code for whoever is shown it. */
  async print(actor: Actor, id: string): Promise<StreamableFile> {
    const bytes = await renderPdf(letterDocument(await this.readBy(actor, id, knocksPolicy.printKnockLetter)));
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'attachment; filename="lettre-au-proprietaire.pdf"',
      length: bytes.length,
    });
  }

  /** For those that joined; its code is for the one that sends it, and answers for having sent it. */
  private async readBy(actor: Actor, id: string, line: Permission): Promise<KnockLetter> {
    const letter = await rows.findLetter(this.db.manager, id);
    if (letter === null) throw problem('not-found');
    const joined = (await rows.partiesOf(this.db.manager, letter.siteId)).map(({ organisationId }) => organisationId);
    const mine = actor.memberships.find(({ organisationId }) => joined.includes(organisationId));
    authorise(line, actor, { organisationId: mine?.organisationId ?? letter.organisationId });
    const isSender = whyNotAllowed(knocksPolicy.writeKnockLetter, actor, { organisationId: letter.organisationId }) === null;
    return this.viewOf(this.db.manager, id, isSender);
  }

  async received({ code }: KnockCode, request: Request): Promise<ReceivedLetter> {
    await this.limits.consume('link-network', networkOf(request.ip ?? ''));
    return this.db.transaction((tx) => this.receivedBy(tx, this.codes.hashOf(code)));
  }

  async answer({ code, answer, note }: KnockAnswerInput, request: Request): Promise<ReceivedLetter> {
    await this.limits.consume('link-network', networkOf(request.ip ?? ''));
    const hash = this.codes.hashOf(code);
    return this.db.transaction(async (tx) => {
      const letter = await rows.lockLetterByCode(tx, hash);
      if (letter === null) throw problem('link-not-valid');
      const to = nextKnockLetterState(letter.state, answer);
      if (to === null) throw problem('knock-stopped');
      await rows.answerLetter(tx, letter.id, to, note ?? null, this.clock.now());
      const facts = { letterId: letter.id };
      await this.journal.tell(tx, null, letter.siteId, 'answer-knock-letter', { from: letter.state, to, facts });
      await this.tellParties(tx, letter, to);
      return this.receivedBy(tx, hash);
    });
  }

  private async send(
    tx: EntityManager,
    id: string,
    to: string,
    place: rows.KnockPlace,
    { names, organisationCount }: Pick<rows.NewLetter, 'names' | 'organisationCount'>,
  ): Promise<void> {
    const values = { place: titleOf(place), count: organisationCount, names: [...names], link: this.codes.urlFor(id) };
    await this.outbox.send(tx, { to, language: LANGUAGE, template: knockLetterMail, values, eventKey: `knock-letter-${id}` });
  }

  private async tellParties(tx: EntityManager, { id, siteId }: rows.LetterRow, answer: rows.LetterRow['state']): Promise<void> {
    const place = await rows.findKnockPlace(tx, siteId);
    const values = { place: place ? titleOf(place) : '', answer, link: this.codes.placeUrl(siteId) };
    const event = `knock-answered-${id}-${answer}`;
    for (const { organisationId } of await rows.partiesOf(tx, siteId))
      await this.mailing.tellAdministrators(tx, organisationId, {
        template: knockAnsweredMail,
        values,
        event: `${event}-${organisationId}`,
      });
  }

  private async receivedBy(tx: EntityManager, hash: string): Promise<ReceivedLetter> {
    const letter = await rows.lockLetterByCode(tx, hash);
    const place = letter === null ? null : await rows.findKnockPlace(tx, letter.siteId);
    if (letter === null || place === null) throw problem('link-not-valid');
    return {
      site: toPlace(place),
      state: letter.state,
      writtenAt: letter.writtenAt.toISOString(),
      names: [...letter.names],
      organisationCount: letter.organisationCount,
      answeredAt: letter.answeredAt?.toISOString() ?? null,
    };
  }

  private async viewOf(db: EntityManager, id: string, withCode: boolean): Promise<KnockLetter> {
    const letter = await rows.findLetter(db, id);
    const place = letter === null ? null : await rows.findKnockPlace(db, letter.siteId);
    if (letter === null || place === null) throw problem('not-found');
    const { siteId: _siteId, organisationId: _organisationId, writtenAt, answeredAt, names, ...rest } = letter;
    return {
      ...rest,
      names: [...names],
      site: toPlace(place),
      writtenAt: writtenAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      answerUrl: withCode ? this.codes.urlFor(id) : null,
      answerPage: this.codes.page,
      code: withCode ? this.codes.codeFor(id) : null,
    };
  }
}

const titleOf = ({ name, commune }: rows.KnockPlace): string => (commune === null ? name : `${name} (${commune})`);
const toPlace = ({ id, name, commune, address }: rows.KnockPlace) => ({ id, name, commune, address });
