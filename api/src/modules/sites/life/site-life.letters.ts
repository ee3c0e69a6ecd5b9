import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../config.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { MailTemplates } from '../../../platform/mail/mail-templates.js';
import type { KeptRecord } from '../editing/kept-sites.queries.js';
import { siteAccepted, siteSentBack } from './site-life.mails.js';
import { writersOf } from './site-life.queries.js';

/** What those who write the places of an organisation are told of a moderator's decision, once each. */
@Injectable()
export class SiteLifeLetters implements OnModuleInit {
  private readonly publicUrl: string;

  constructor(
    private readonly outbox: MailOutbox,
    private readonly templates: MailTemplates,
    @InjectConfig() { publicUrl }: Config,
  ) {
    this.publicUrl = publicUrl;
  }

  onModuleInit(): void {
    this.templates.register(siteAccepted, siteSentBack);
  }

  /** @param at the instant of the decision: a place may be sent back more than once */
  async tellDecision(tx: EntityManager, site: KeptRecord, action: 'accept' | 'sendBack', reason: string | null, at: Date): Promise<void> {
    const { id, organisation, fields } = site;
    if (organisation === null) return;
    const place = fields.name;
    for (const { accountId, email, language } of await writersOf(tx, organisation.id)) {
      const eventKey = `site-${action}-${id}-${at.getTime()}-${accountId}`;
      const letter = { to: email, language, eventKey, accountId };
      const values = { place, organisation: organisation.name };
      if (action === 'accept') {
        const url = `${this.publicUrl}/lieux/${id}`;
        await this.outbox.send(tx, { ...letter, template: siteAccepted, values: { ...values, url } });
      } else {
        const url = `${this.publicUrl}/mes-lieux/${id}`;
        await this.outbox.send(tx, { ...letter, template: siteSentBack, values: { ...values, reason: reason ?? '', url } });
      }
    }
  }
}
