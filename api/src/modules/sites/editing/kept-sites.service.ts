import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { toPage } from '../../../platform/http/cursor.js';
import type { Change, HistorySearch } from '../../../platform/http/edit-history.js';
import { applied, changesBetween, type Fields, mergeChanges, undone } from '../../../platform/field-changes.js';
import { problem } from '../../../platform/http/problem.js';
import { said } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { lifeActionsOn } from '../life/site-life.view.js';
import { SiteActs } from '../site-acts.js';
import { conflicts, editedFields, flatten, unflatten } from './kept-site.changes.js';
import { located } from './kept-site.location.js';
import { measureWalk } from './kept-site.location.queries.js';
import { incoherences, type Incoherence, whyNotEditSite } from './kept-site.rules.js';
import type { CreateSite, KeptSite, RestoreSite, SiteEdit, SiteHistory, UpdateSite } from './kept-site.schemas.js';
import { readsKept, scopeOf, toKept } from './kept-site.view.js';
import { keptSitesPolicy } from './kept-sites.policy.js';
import * as history from './kept-site.history.queries.js';
import * as rows from './kept-sites.queries.js';
import type { KeptRecord } from './kept-sites.queries.js';

/** A change as written: the line of history, the fields it is about. */
export interface Written {
  readonly siteId: string;
  readonly act: string | null;
  readonly fields: readonly string[];
}
type LeadSaid = Pick<CreateSite, 'name' | 'kind' | 'address' | 'point' | 'summary' | 'landAreaM2' | 'formerActivity'> & {
  readonly communeId: string;
};

const wholePlace = said('Ensemble du lieu', 'Whole place');
const INCOHERENCE: Readonly<Record<Incoherence, { error: () => string }>> = {
  'divisible-beyond-whole': said('dépasse la surface du local', 'is more than the area of the premises'),
  'ends-before-it-begins': said('vient avant le début', 'comes before the beginning'),
  'longest-under-shortest': said('est plus courte que la durée minimale', 'is shorter than the minimum'),
  'no-such-premises': said('ce local n’existe plus', 'these premises are no longer there'),
};

/** Places written by their organisation: its members read and write them, everyone else sees the public sheet or nothing. */
@Injectable()
export class KeptSitesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: SiteActs,
  ) {}

  async create(actor: Actor, { organisationId, role, floorAreaM2, offer, ...stated }: CreateSite): Promise<KeptSite> {
    authorise(keptSitesPolicy.createSite, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const organisation = await rows.organisationToKeep(tx, organisationId);
      if (organisation === null) throw problem('not-found');
      const owner = role === 'owns' && stated.ownerKind === undefined ? { ownerKind: organisation.ownerKind } : {};
      const id = this.ids.next();
      await rows.insertSite(tx, { id, organisationId, role, at: this.clock.now() }, stated.name, stated.kind);
      const site = await this.find(tx, id);
      const { communeId, ...place } = stated;
      const first = expressParts(floorAreaM2 ?? null, offer ?? null);
      const given = new Map([...this.said(site, { ...place, ...owner, ...first }), ['communeId', communeId ?? null]]);
      await this.write(tx, actor, site, given, 'create');
      return this.viewOf(tx, actor, id);
    });
  }

  async get(actor: Actor, id: string): Promise<KeptSite> {
    const site = await this.find(this.db.manager, id);
    authorise(readsKept(site), actor, scopeOf(site));
    return this.present(actor, site);
  }

  /** What others changed elsewhere meanwhile is kept; what they changed at the same place is shown to whoever comes second. */
  async update(actor: Actor, id: string, { version, ...edit }: UpdateSite): Promise<KeptSite> {
    return this.db.transaction(async (tx) => {
      const site = await this.read(tx, actor, id, keptSitesPolicy.updateSite);
      const why = whyNotEditSite(site.state);
      if (why !== null) throw problem(why);
      this.refuseUnknownParts(site, edit);
      const given = this.said(site, edit);
      const crossed = version === site.version ? [] : conflicts(given, mergeChanges(await history.editsSince(tx, id, version)));
      if (crossed.length > 0 || version > site.version) throw changedMeanwhile(site, crossed);
      await this.write(tx, actor, site, given, 'edit');
      return this.viewOf(tx, actor, id);
    });
  }

  async restore(actor: Actor, id: string, { version, to }: RestoreSite): Promise<KeptSite> {
    return this.db.transaction(async (tx) => {
      const site = await this.read(tx, actor, id, keptSitesPolicy.restoreSite);
      const why = whyNotEditSite(site.state);
      if (why !== null) throw problem(why);
      if (site.version !== version) throw changedMeanwhile(site, mergeChanges(await history.editsSince(tx, id, version)));
      await this.write(tx, actor, site, undone(mergeChanges(await history.editsSince(tx, id, to))), 'restore');
      return this.viewOf(tx, actor, id);
    });
  }

  /**
   * What someone proposed and who answers for the place accepts, by the same path as any edit; leads, which nobody keeps, included.
   * @returns what changed, null when the place already says so
   */
  async correct(tx: EntityManager, actor: Actor, id: string, edit: SiteEdit): Promise<Written | null> {
    const site = await this.find(tx, id);
    if (site.state === 'closed') throw problem('site-state-forbids', { facts: { state: site.state } });
    return this.write(tx, actor, site, this.said(site, edit), 'correct');
  }

  /** A place that nobody keeps, known by what someone says of it. */
  async openLead(tx: EntityManager, actor: Actor, { name, kind, communeId, ...stated }: LeadSaid): Promise<Written> {
    const id = this.ids.next();
    await rows.insertLead(tx, id, name, kind, this.clock.now());
    const site = await this.find(tx, id);
    const given = new Map([...this.said(site, { name, kind, ...stated }), ['communeId', communeId]]);
    const written = await this.write(tx, actor, site, given, 'create');
    return { siteId: id, act: written?.act ?? null, fields: [...given.keys()] };
  }

  async history(actor: Actor, id: string, search: HistorySearch): Promise<SiteHistory> {
    const site = await this.find(this.db.manager, id);
    authorise(readsKept(site), actor, scopeOf(site));
    return toPage(await history.readSiteHistory(this.db.manager, id, search), search.limit, (line) => [line.id]);
  }

  private said(site: KeptRecord, edit: SiteEdit): Fields {
    return editedFields(flatten(site.fields), edit, () => this.ids.next());
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    site: KeptRecord,
    given: Fields,
    action: 'create' | 'edit' | 'restore' | 'correct',
  ): Promise<Written | null> {
    const before = flatten(site.fields);
    const after = unflatten(applied(before, await located(tx, before, given)));
    this.refuseIncoherent(after);
    const changes = changesBetween(before, flatten(after));
    if (changes.length === 0 && action !== 'create') return null;
    const version = action === 'create' ? site.version : site.version + 1;
    if (!(await rows.writeFields(tx, site, after, this.clock.now(), version))) throw problem('changed-meanwhile');
    const fields = changes.map(({ field }) => field);
    await rows.forgetProvenance(tx, site.id, fields);
    if (fields.includes('point')) await measureWalk(tx, site.id);
    const states = { fromState: action === 'create' ? null : site.state, toState: site.state };
    const act = await this.acts.tell(tx, actor, site, { action, version, ...states, changes: action === 'create' ? [] : changes });
    return { siteId: site.id, act, fields };
  }

  private refuseUnknownParts({ fields }: KeptRecord, edit: SiteEdit): void {
    for (const list of ['premises', 'offers'] as const) {
      const known = fields[list].map(({ id }) => id);
      const gone = Object.keys(edit[list] ?? {}).find((id) => !known.includes(id));
      const message = INCOHERENCE['no-such-premises'].error();
      if (gone !== undefined) throw problem('invalid-input', { errors: [{ in: 'body', pointer: `/${list}/${gone}`, message }] });
    }
  }

  private refuseIncoherent(fields: KeptRecord['fields']): void {
    const errors = incoherences(fields).map(({ pointer, what }) => ({ in: 'body' as const, pointer, message: INCOHERENCE[what].error() }));
    if (errors.length > 0) throw problem('invalid-input', { errors });
  }

  private async find(tx: EntityManager, id: string): Promise<KeptRecord> {
    const site = await rows.findKeptSite(tx, id);
    if (site === null) throw problem('not-found');
    return site;
  }

  private async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<KeptRecord> {
    const site = await this.find(tx, id);
    authorise(line, actor, scopeOf(site));
    return site;
  }

  private async viewOf(tx: EntityManager, actor: Actor, id: string): Promise<KeptSite> {
    return this.present(actor, await this.find(tx, id));
  }

  private present(actor: Actor, site: KeptRecord): KeptSite {
    return toKept(actor, site, lifeActionsOn(actor, site));
  }
}

/** The first premises and terms, from the two answers of the express form that are about them. */
function expressParts(floorAreaM2: number | null, offer: CreateSite['offer'] | null): SiteEdit {
  return {
    ...(floorAreaM2 === null ? {} : { addPremises: [{ name: wholePlace.error(), floorAreaM2 }] }),
    ...(offer == null ? {} : { addOffers: [offer] }),
  };
}

function changedMeanwhile(site: KeptRecord, changes: readonly Change[]) {
  return problem('changed-meanwhile', { facts: { version: site.version, state: site.state, changes: changes as never } });
}
