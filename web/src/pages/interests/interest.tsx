import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { InterestActs } from '../../features/interests/interest-acts';
import { InterestSheet } from '../../features/interests/interest-sheet';
import { type Interest, interestById } from '../../features/interests/interests.queries';
import { LawPanel } from '../../features/law/law-panel';
import { lawOfInterest, type LegalProcedure } from '../../features/law/law.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../ui/saved/saved.css';

const route = getRouteApi('/demandes/$interestId');

export function InterestPage() {
  return <RequireSignIn>{() => <InterestLoader />}</RequireSignIn>;
}

/** A request, as the owner answers it or as whoever asked follows it. */
function InterestLoader() {
  const { t } = useTranslation(['interests', 'common', 'errors']);
  const { interestId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(interestById(interestId));
  usePageTitle(data ? t('interests:title', { place: data.site.name }) : error ? t('errors:pageTitle') : undefined);
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
  const isOwner = data.reader === 'owner';
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          {isOwner ? <Link to="/demandes">{t('interests:listTitle')}</Link> : null}
          {isOwner ? ' · ' : null}
          <Link to="/lieux/$siteId" params={{ siteId: data.site.id }}>
            {data.site.name}
          </Link>
        </p>
        <h1 tabIndex={-1}>{t('interests:title', { place: data.site.name })}</h1>
      </header>
      {isOwner ? (
        <div className="aside-columns">
          <div className="aside-standing stack">
            <InterestActs interest={data} />
          </div>
          <div className="stack">
            <InterestSheet interest={data} />
            <Law interest={data} />
          </div>
        </div>
      ) : (
        <InterestSheet interest={data} />
      )}
    </div>
  );
}

function Law({ interest: { id } }: { readonly interest: Interest }) {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const law = useQuery(lawOfInterest(id));
  const keep = (kept: LegalProcedure) => {
    client.setQueryData(lawOfInterest(id).queryKey, kept);
    void client.invalidateQueries({ queryKey: interestById(id).queryKey });
  };
  if (law.isPending) return <Skeleton label={t('loading')} lines={6} />;
  if (law.isError) return <ErrorState level={2} error={law.error} onRetry={() => void law.refetch()} />;
  return (
    <LawPanel
      procedure={law.data}
      origin="spontaneous"
      onAnswer={(body) => unwrap(api.PUT('/api/interests/{id}/legal', { params: { path: { id } }, body }))}
      onKept={keep}
    />
  );
}
