import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, language, limit } from '../../platform/http/fields.js';

export const NOTICE_KINDS = ['call', 'interest', 'motive'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const place = z.object({ id, name: z.string(), commune: z.string().nullable() });
export const legalNotice = z
  .object({
    id,
    kind: z.enum(NOTICE_KINDS),
    title: z.string(),
    organisation: z.object({ id, name: z.string() }),
    places: z.array(place),
    what: z.string(),
    shownAlso: z.string().nullable(),
    how: z.string(),
    opensAt: instant,
    closesAt: instant,
    publishedAt: instant,
    extensions: z.array(z.object({ at: instant, from: instant, to: instant, reason: z.string() })),
    withdrawnAt: instant.nullable(),
    withdrawnReason: z.string().nullable(),
    state: z.enum(['to_come', 'open', 'over', 'withdrawn']),
    contentHash: z.string(),
    article: z.string(),
    callId: id.nullable(),
    demo: z.boolean(),
    now: instant,
  })
  .meta({ id: 'LegalNotice' });
export type LegalNoticeView = z.infer<typeof legalNotice>;

export const noticePage = z.object({ items: z.array(legalNotice), next: z.string().nullable() }).meta({ id: 'LegalNotices' });
export type NoticePage = z.infer<typeof noticePage>;
export const noticeSearch = z.object({ siteId: id.optional(), cursor: cursorOf(z.tuple([z.int(), id])).optional(), limit });
export type NoticeSearch = z.infer<typeof noticeSearch>;
export const noticeParams = z.object({ id });
export const noticeFeedQuery = z.object({ lang: language.optional() });
