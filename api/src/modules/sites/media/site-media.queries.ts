import type { EntityManager } from 'typeorm';
import type { FileName } from '../../../platform/files/file-store.js';
import type { Rendition } from '../../../platform/files/images.js';
import type { SiteMediaKind, SiteMediaRefusal, SiteMediaState, Visibility } from './site-media.rules.js';

export interface RenditionRow {
  readonly format: Rendition['format'];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  readonly name: FileName;
}

export interface MediaRow {
  readonly id: string;
  readonly siteId: string;
  /** Null: sent by a passer-by. */
  readonly organisationId: string | null;
  readonly kind: SiteMediaKind;
  readonly state: SiteMediaState;
  readonly refusal: SiteMediaRefusal | null;
  readonly visibility: Visibility;
  readonly type: string;
  readonly bytes: number;
  readonly title: string | null;
  readonly alt: string | null;
  readonly decorative: boolean;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly sourceName: FileName | null;
  readonly version: number;
  readonly createdAt: string;
  readonly releasedAt: string | null;
  readonly removedAt: string | null;
  readonly purgedAt: string | null;
  readonly renditions: readonly RenditionRow[];
  readonly siteSeenByAll: boolean;
}

const SEEN_BY_ALL = (siteId: string) => `exists (select 1 from site_listing l where l.site_id = ${siteId})`;
const ROW = `jsonb_build_object('id', m.id, 'siteId', m.site_id, 'organisationId', m.organisation_id, 'kind', m.kind, 'state', m.state,
  'refusal', m.refusal, 'visibility', m.visibility, 'type', m.type, 'bytes', m.bytes, 'title', m.title, 'alt', m.alt,
  'decorative', m.decorative, 'caption', m.caption, 'credit', m.credit, 'sourceName', m.source_name, 'version', m.version,
  'createdAt', m.created_at, 'releasedAt', m.released_at, 'removedAt', m.removed_at, 'purgedAt', m.purged_at,
  'siteSeenByAll', ${SEEN_BY_ALL('m.site_id')},
  'renditions', coalesce((select jsonb_agg(jsonb_build_object('format', r.format, 'widthPx', r.width_px, 'heightPx', r.height_px,
    'bytes', r.bytes, 'name', r.name) order by r.format desc, r.width_px) from site_media_rendition r where r.media_id = m.id), '[]'))`;

const rowsOf = (found: readonly { media: MediaRow }[]): MediaRow[] => found.map(({ media }) => media);

export async function findMedia(tx: EntityManager, id: string): Promise<MediaRow | null> {
  return rowsOf(await tx.query(`select ${ROW} as media from site_media m where m.id = $1`, [id]))[0] ?? null;
}

/** In order; what was removed and not yet purged comes last. */
export async function mediaOfSite(tx: EntityManager, siteId: string): Promise<MediaRow[]> {
  const order = `m.state = 'removed', m.position, m.id`;
  return rowsOf(
    await tx.query(`select ${ROW} as media from site_media m where m.site_id = $1 and m.purged_at is null order by ${order}`, [siteId]),
  );
}

export interface HeldSite {
  readonly id: string;
  readonly name: string;
  readonly seenByAll: boolean;
  /** Organisations that keep its photos and documents: the owner, and those with a checked role that still runs. */
  readonly holders: readonly { readonly id: string; readonly name: string }[];
}

/** @param day calendar day on which roles must be in force */
export async function findHeldSite(tx: EntityManager, siteId: string, day: string): Promise<HeldSite | null> {
  const rows: { site: HeldSite }[] = await tx.query(
    `select jsonb_build_object('id', s.id, 'name', s.name, 'seenByAll', ${SEEN_BY_ALL('s.id')}, 'holders', coalesce((
       select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by (o.id = s.owner_organisation_id) desc, o.id)
       from organisation o where o.id in (s.keeper_organisation_id, s.owner_organisation_id) or exists (select 1 from site_role r where r.site_id = s.id
         and r.organisation_id = o.id and r.state = 'checked' and (r.until is null or r.until >= $2))), '[]')) as site
     from site s where s.id = $1`,
    [siteId, day],
  );
  return rows[0]?.site ?? null;
}

/** Additions and orders of one place take turns. */
export async function lockSite(tx: EntityManager, siteId: string): Promise<void> {
  await tx.query('select 1 from site where id = $1 for no key update', [siteId]);
}

/** What an organisation sends from several computers is counted one after the other. */
export async function lockQuota(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('site-media-quota ' || $1, 0))`, [organisationId]);
}

export async function bytesUsedBy(tx: EntityManager, organisationId: string): Promise<number> {
  const rows: { bytes: string }[] = await tx.query(
    `select coalesce(sum(bytes), 0) as bytes from site_media where organisation_id = $1 and purged_at is null`,
    [organisationId],
  );
  return Number(rows[0]?.bytes ?? 0);
}

export async function countMedia(tx: EntityManager, siteId: string): Promise<number> {
  const rows: { n: number }[] = await tx.query(
    `select count(*)::int as n from site_media where site_id = $1 and state not in ('removed', 'refused')`,
    [siteId],
  );
  return rows[0]?.n ?? 0;
}

/** Of passers-by, not shown yet. */
export async function countPasserbyPhotos(tx: EntityManager, siteId: string): Promise<number> {
  const rows: { n: number }[] = await tx.query(
    `select count(*)::int as n from site_media
     where site_id = $1 and organisation_id is null and visibility = 'private' and state not in ('removed', 'refused')`,
    [siteId],
  );
  return rows[0]?.n ?? 0;
}

export interface NewMedia {
  readonly id: string;
  readonly siteId: string;
  readonly organisationId: string | null;
  readonly kind: SiteMediaKind;
  readonly visibility: Visibility;
  readonly type: string;
  readonly bytes: number;
  readonly title: string | null;
  readonly sourceName: FileName;
}

/** Last in the order of its place. */
export async function insertMedia(tx: EntityManager, media: NewMedia, at: Date): Promise<void> {
  await tx.query(
    `insert into site_media (id, site_id, organisation_id, kind, state, visibility, position, type, bytes, title, source_name, created_at, updated_at)
     select $1, $2, $3, $4, 'received', $5, coalesce(max(m.position), 0) + 1, $6, $7, $8, $9, $10, $10 from site_media m where m.site_id = $2`,
    [
      media.id,
      media.siteId,
      media.organisationId,
      media.kind,
      media.visibility,
      media.type,
      media.bytes,
      media.title,
      media.sourceName,
      at,
    ],
  );
}

export interface Move {
  readonly to: SiteMediaState;
  readonly refusal?: SiteMediaRefusal;
  readonly at: Date;
}

/** On condition of the state that was read. @returns whether it was still so */
export async function moveMedia(tx: EntityManager, { id, state }: MediaRow, { to, refusal, at }: Move): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update site_media set state = $3, refusal = coalesce($4, refusal), updated_at = $5, version = version + 1,
       released_at = case when $3 = 'available' then coalesce(released_at, $5) else released_at end,
       removed_at = case when $3 = 'removed' then $5::timestamptz end
     where id = $1 and state = $2 and purged_at is null returning 1) select 1 from moved`,
    [id, state, to, refusal ?? null, at],
  );
  return rows.length === 1;
}

export async function saveRenditions(tx: EntityManager, mediaId: string, renditions: readonly RenditionRow[]): Promise<void> {
  await tx.query(
    `insert into site_media_rendition (media_id, format, width_px, height_px, bytes, name)
     select $1, r.format, r."widthPx", r."heightPx", r.bytes, r.name
     from jsonb_to_recordset($2) as r(format text, "widthPx" int, "heightPx" int, bytes bigint, name text)`,
    [mediaId, JSON.stringify(renditions)],
  );
}

/** The file as it was sent is no longer needed. @param bytes what remains of it */
export async function dropSource(tx: EntityManager, mediaId: string, bytes: number): Promise<void> {
  await tx.query('update site_media set source_name = null, bytes = $2 where id = $1', [mediaId, bytes]);
}

export type Description = Pick<MediaRow, 'title' | 'alt' | 'decorative' | 'caption' | 'credit' | 'visibility'>;

/** On condition of the version that was read. @returns whether it was still so */
export async function describeMedia(tx: EntityManager, id: string, version: number, said: Description, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with described as (update site_media set title = $3, alt = $4, decorative = $5, caption = $6, credit = $7, visibility = $8,
       updated_at = $9, version = version + 1 where id = $1 and version = $2 and state <> 'removed' returning 1) select 1 from described`,
    [id, version, said.title, said.alt, said.decorative, said.caption, said.credit, said.visibility, at],
  );
  return rows.length === 1;
}

export async function saveOrder(tx: EntityManager, siteId: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update site_media m set position = o.position from unnest($2::uuid[]) with ordinality as o(id, position) where m.id = o.id and m.site_id = $1`,
    [siteId, ids],
  );
}

/** `site.photo`, which cards, matches and feeds read, follows the first public photo of the place. */
export async function saveCover(tx: EntityManager, siteId: string): Promise<void> {
  await tx.query(
    `update site s set photo = c.url from (select (
       select '/api/media/' || m.id || '/' || r.width_px || '.webp' from site_media m join site_media_rendition r on r.media_id = m.id
       where m.site_id = $1 and m.kind = 'photo' and m.state = 'available' and m.visibility = 'public' and r.format = 'webp' and r.width_px <= 640
       order by m.position, m.id, r.width_px desc limit 1) as url) c
     where s.id = $1 and s.photo is distinct from c.url`,
    [siteId],
  );
}

/** Files that wait longer than they should: the antivirus was away for hours. */
export async function mediaWaitingSince(tx: EntityManager, before: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from site_media where state in ('received', 'checked') and created_at < $1 order by id`,
    [before],
  );
  return rows.map(({ id }) => id);
}

export async function mediaToPurge(tx: EntityManager, before: Date): Promise<MediaRow[]> {
  return rowsOf(
    await tx.query(
      `select ${ROW} as media from site_media m where m.purged_at is null
         and (m.removed_at < $1 or (m.state = 'refused' and m.updated_at < $1)) order by m.id limit 1000`,
      [before],
    ),
  );
}

/** Its words and its files go; that it was there, and when, stays. */
export async function purgeMedia(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('delete from site_media_rendition where media_id = $1', [id]);
  await tx.query(
    `update site_media set purged_at = $2, source_name = null, title = null, alt = null, caption = null, credit = null, bytes = 0 where id = $1`,
    [id, at],
  );
}
