import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { toPage } from '../../../platform/http/cursor.js';
import { toKept } from '../editing/kept-site.view.js';
import { lifeActionsOn } from '../life/site-life.view.js';
import { deskFigures, type DeskRecord, listKept } from './site-desk.queries.js';
import { deskTasks } from './site-desk.rules.js';
import type { DeskFigures, DeskSearch, DeskSite } from './site-desk.schemas.js';

const DAY_MS = 86_400_000;

/** The places an organisation keeps; whoever calls has decided that the reader may see them. */
@Injectable()
export class SiteDeskService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async ofOrganisation(actor: Actor, organisationId: string, search: DeskSearch): Promise<{ items: DeskSite[]; next: string | null }> {
    const page = toPage(await listKept(this.db.manager, organisationId, search), search.limit, ({ key, id }) => [key, id]);
    return { items: page.items.map((site) => this.toLine(actor, site)), next: page.next };
  }

  figures(organisationId: string): Promise<DeskFigures> {
    return deskFigures(this.db.manager, organisationId);
  }

  private toLine(actor: Actor, site: DeskRecord): DeskSite {
    const { id, state, stateReason, shelf, commune, updatedAt, fields } = site;
    const { completeness, actions } = toKept(actor, site, lifeActionsOn(actor, site));
    const daysInState = Math.max(0, Math.floor((this.clock.now().getTime() - Date.parse(site.stateSince)) / DAY_MS));
    return {
      ...{ id, state, stateReason, shelf, updatedAt, daysInState, actions },
      name: fields.name,
      kind: fields.kind,
      commune: commune && { id: commune.id, name: commune.name },
      completeness: { score: completeness.score, next: completeness.next },
      tasks: deskTasks(site, daysInState),
    };
  }
}
