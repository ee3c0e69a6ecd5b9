import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ComparedPlaces } from '../features/sites/compare/compared-places';
import { comparedHere } from '../features/sites/compare/compared-here';
import { placeById } from '../features/sites/sites.queries';
import { readFailure } from '../api/problem';
import { usePageTitle } from '../lib/page-title';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { LinkButton } from '../ui/link-button';
import { Skeleton } from '../ui/skeleton';

const route = getRouteApi('/comparer');

export function ComparePage() {
  const { t } = useTranslation(['compare', 'common', 'places']);
  usePageTitle(t('compare:title'));
  const { ids } = route.useSearch();
  const navigate = route.useNavigate();
  const answers = useQueries({ queries: ids.map(placeById) });
  const sites = answers.flatMap(({ data }) => (data ? [data] : []));
  const failed = answers.filter(({ isError }) => isError);
  const gone = failed.filter(({ error }) => readFailure(error).problem?.status === 404).length;
  const broken = failed.find(({ error }) => readFailure(error).problem?.status !== 404);
  const remove = (siteId: string) => {
    comparedHere.write(comparedHere.read().filter((id) => id !== siteId));
    void navigate({ search: { ids: ids.filter((id) => id !== siteId) }, resetScroll: false });
  };
  return (
    <div className="page stack">
      <LinkButton to="/lieux" look="quiet" size="small" className="compared-back no-print" icon={<ArrowLeft aria-hidden size={18} />}>
        {t('compare:back')}
      </LinkButton>
      <h1 tabIndex={-1}>{t('compare:title')}</h1>
      {answers.some(({ isPending }) => isPending) ? <Skeleton label={t('common:loading')} shape="page" lines={8} /> : null}
      {broken ? <ErrorState error={broken.error} onRetry={() => void broken.refetch()} /> : null}
      {gone > 0 ? <p className="panel">{t('compare:gone', { count: gone })}</p> : null}
      {ids.length === 0 || (sites.length === 0 && gone > 0) ? (
        <EmptyState
          title={t('compare:noneTitle')}
          actions={
            <LinkButton to="/lieux" look="primary">
              {t('places:title')}
            </LinkButton>
          }
        >
          <p>{t('compare:none')}</p>
        </EmptyState>
      ) : null}
      {sites.length === 1 ? <p>{t('compare:onlyOne')}</p> : null}
      {sites.length > 0 ? <ComparedPlaces sites={sites} onRemove={remove} /> : null}
    </div>
  );
}
