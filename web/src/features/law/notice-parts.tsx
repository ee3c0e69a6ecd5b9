import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatPeriod } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { type LegalNotice, noticesAbout } from './law.queries';

const TONES: Readonly<Record<LegalNotice['state'], Tone>> = { to_come: 'amber', open: 'moss', over: 'neutral', withdrawn: 'brick' };

export function NoticeBadge({ state }: { readonly state: LegalNotice['state'] }) {
  const { t } = useTranslation('law');
  return <Badge tone={TONES[state]}>{t(`noticeState.${state}`)}</Badge>;
}

export function NoticeWhen({ notice }: { readonly notice: LegalNotice }) {
  const { t } = useTranslation('law');
  return <p>{t('notice.opens', formatPeriod(notice.opensAt, notice.closesAt, currentLanguage()))}</p>;
}

export function NoticeRow({ notice }: { readonly notice: LegalNotice }) {
  const { t } = useTranslation('law');
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/avis/$noticeId" params={{ noticeId: notice.id }}>
            {notice.title}
          </Link>
        </p>
        <p>
          <NoticeBadge state={notice.state} />
        </p>
        <p>
          {t(`kind.${notice.kind}`)} · {t('notice.by', { name: notice.organisation.name })}
        </p>
        <NoticeWhen notice={notice} />
      </div>
    </li>
  );
}

/** On the page of a place that was asked for: others may come forward. */
export function PlaceNoticeNote({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation('law');
  const open = useQuery(noticesAbout(siteId)).data?.items.find(({ kind, state }) => kind === 'interest' && state === 'open');
  if (open === undefined) return null;
  return (
    <Notice
      title={t('placeWindow')}
      actions={
        <LinkButton to="/avis/$noticeId" params={{ noticeId: open.id }} size="small" look="primary">
          {t('readNotice')}
        </LinkButton>
      }
    >
      <p>{open.what}</p>
      <p>{t('placeWindowText', { when: formatDeadline(open.closesAt, currentLanguage()) })}</p>
    </Notice>
  );
}
