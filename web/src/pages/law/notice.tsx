import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RivalForm } from '../../features/interests/rival-form';
import { noticeById } from '../../features/law/law.queries';
import { NoticeSheet } from '../../features/law/notice-sheet';
import { usePageTitle } from '../../lib/page-title';
import { me } from '../../session/me';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/avis/$noticeId');

/** A publicity, and the short form by which others come forward. */
export function NoticePage() {
  const { t } = useTranslation(['law', 'common', 'errors']);
  const { noticeId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(noticeById(noticeId));
  const who = useQuery(me()).data;
  usePageTitle(data?.title ?? (error ? t('errors:pageTitle') : undefined));
  if (isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (error)
    return (
      <div className="page">
        <ErrorState level={1} error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/avis">{t('law:notice.all')}</Link> · {t(`law:kind.${data.kind}`)}
        </p>
        <h1 tabIndex={-1}>{data.title}</h1>
        <p className="lead">{t('law:notice.by', { name: data.organisation.name })}</p>
      </header>
      <NoticeSheet notice={data} />
      {data.kind === 'interest' && data.state === 'open' ? <RivalForm noticeId={data.id} closesAt={data.closesAt} who={who} /> : null}
    </div>
  );
}
