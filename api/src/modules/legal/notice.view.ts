import type { LegalNoticeView } from './notices.schemas.js';
import type { NoticeRow } from './notices.queries.js';

export function noticeStateAt(
  { withdrawnAt, opensAt, closesAt }: Pick<NoticeRow, 'withdrawnAt' | 'opensAt' | 'closesAt'>,
  now: Date,
): LegalNoticeView['state'] {
  if (withdrawnAt !== null) return 'withdrawn';
  if (now < new Date(opensAt)) return 'to_come';
  return now < new Date(closesAt) ? 'open' : 'over';
}

export function toNoticeView(row: NoticeRow, article: string, now: Date): LegalNoticeView {
  const { procedureId: _procedure, publishedBy: _who, key: _key, rule: _rule, places, extensions, ...notice } = row;
  return { ...notice, places: [...places], extensions: [...extensions], article, state: noticeStateAt(row, now), now: now.toISOString() };
}
