import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MergeForm } from '../../features/sites/together/merge-form';
import { PickTwin } from '../../features/sites/together/pick-twin';
import { comparisonOf } from '../../features/sites/together/together.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/mes-lieux/$siteId/reunir');

export function MergePlacesPage() {
  const { t } = useTranslation('together');
  usePageTitle(t('title'));
  const { siteId } = route.useParams();
  const { avec } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <RequireSignIn>
      {() => (
        <div className="page stack">
          <header className="parts-head">
            <p className="parts-over">
              <Link to="/mes-lieux/$siteId" params={{ siteId }}>
                {t('back')}
              </Link>
            </p>
            <h1 tabIndex={-1}>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          {avec === undefined ? (
            <PickTwin siteId={siteId} onPick={(other) => navigate({ search: { avec: other } })} />
          ) : (
            <Compared
              siteId={siteId}
              other={avec}
              onSwap={() => void navigate({ params: { siteId: avec }, search: { avec: siteId }, replace: true })}
              onMerged={(stays) => navigate({ to: '/mes-lieux/$siteId', params: { siteId: stays } })}
            />
          )}
        </div>
      )}
    </RequireSignIn>
  );
}

interface ComparedProps {
  readonly siteId: string;
  readonly other: string;
  readonly onSwap: () => void;
  readonly onMerged: (siteId: string) => Promise<void>;
}

function Compared({ siteId, other, onSwap, onMerged }: ComparedProps) {
  const { t } = useTranslation('common');
  const { data, error, refetch } = useQuery(comparisonOf(siteId, other));
  if (error) return <ErrorState level={2} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={t('loading')} shape="page" lines={6} />;
  return <MergeForm key={`${siteId} ${other}`} comparison={data} onSwap={onSwap} onMerged={onMerged} />;
}
