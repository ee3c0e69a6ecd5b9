import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import type { Act } from '../../../platform/journal/act.js';
import { Journal } from '../../../platform/journal/journal.js';
import type { MediaRow } from './site-media.queries.js';
import type { SiteMediaState } from './site-media.rules.js';

interface Told {
  readonly to: SiteMediaState;
  readonly from?: SiteMediaState | null;
  readonly why?: string | null;
  readonly facts?: NonNullable<Act['facts']>;
}

/** Acts on photos and documents. Captions and descriptions stay out: the journal cannot forget, and people may be named there. */
@Injectable()
export class SiteMediaJournal {
  constructor(private readonly journal: Journal) {}

  /** @param actor null = the service itself; a passer-by has no name */
  async tell(
    tx: EntityManager,
    actor: Actor | 'passer-by' | null,
    media: Pick<MediaRow, 'id' | 'siteId' | 'organisationId' | 'kind' | 'state'>,
    action: string,
    { to, from = media.state, why = null, facts = {} }: Told,
  ): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: { kind: actor === null ? 'system' : 'person', id: actor === 'passer-by' ? null : (actor?.accountId ?? null) },
      action: `${action}-site-media`,
      thing: { kind: 'site-media', id: media.id },
      organisationId: media.organisationId,
      from,
      to,
      why,
      facts: { siteId: media.siteId, kind: media.kind, ...facts },
    });
  }

  async tellOrder(tx: EntityManager, actor: Actor, siteId: string, organisationId: string, ids: readonly string[]): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: actor.accountId },
      action: 'order-site-media',
      thing: { kind: 'site', id: siteId },
      organisationId,
      facts: { ids: [...ids] },
    });
  }
}
