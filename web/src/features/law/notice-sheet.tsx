import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import type { LegalNotice } from './law.queries';
import { NoticeBadge, NoticeWhen } from './notice-parts';
import './law.css';

/** What was made public, by whom, from when to when, where, and the proof of it. */
export function NoticeSheet({ notice }: { readonly notice: LegalNotice }) {
  const { t } = useTranslation('law');
  const language = currentLanguage();
  const say = (instant: string) => formatDeadline(instant, language);
  return (
    <div className="stack">
      {notice.withdrawnAt === null ? null : (
        <Notice tone="warning" title={t('notice.withdrawn', { when: say(notice.withdrawnAt), reason: notice.withdrawnReason ?? '' })} />
      )}
      <Panel id="what" title={t('notice.what')} aside={<NoticeBadge state={notice.state} />}>
        <div className="stack">
          <p className="law-text">{notice.what}</p>
          {notice.places.length > 0 ? (
            <>
              <h3>{t('notice.places')}</h3>
              <ul>
                {notice.places.map(({ id, name, commune }) => (
                  <li key={id}>
                    <Link to="/lieux/$siteId" params={{ siteId: id }}>
                      {name}
                    </Link>
                    {commune === null ? null : ` (${commune})`}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <NoticeWhen notice={notice} />
          <p>{t('notice.from', { when: say(notice.publishedAt) })}</p>
          {notice.shownAlso === null ? null : <p>{t('notice.shownAlso', { where: notice.shownAlso })}</p>}
          {notice.extensions.map(({ from, to, reason }) => (
            <p key={from}>{t('notice.extended', { when: say(to), reason })}</p>
          ))}
          <p className="law-source">{t('article', { article: notice.article })}</p>
        </div>
      </Panel>
      <Panel id="how" title={t('notice.how')}>
        <div className="stack">
          <p className="law-text">{notice.how}</p>
          <div className="form-actions">
            {notice.callId === null ? null : (
              <LinkButton to="/appels/$callId" params={{ callId: notice.callId }} look="primary">
                {t('notice.call')}
              </LinkButton>
            )}
            <a className="button button-secondary" href={`/api/notices/${notice.id}/certificate?lang=${language}`} download>
              {t('notice.certificate')}
            </a>
          </div>
          <p className="law-source law-hash">
            {t('notice.hash')} : {notice.contentHash}
          </p>
        </div>
      </Panel>
    </div>
  );
}
