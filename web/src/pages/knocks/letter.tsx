import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { knockLetter } from '../../features/participation/knocks.queries';
import { LetterSheet } from '../../features/participation/letter-sheet';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/lettres/$letterId');

export function LetterPage() {
  return <RequireSignIn>{() => <Letter />}</RequireSignIn>;
}

function Letter() {
  const { t } = useTranslation(['participation', 'common']);
  const { letterId } = route.useParams();
  const letter = useQuery(knockLetter(letterId));
  usePageTitle(t('participation:letter.title'));
  return (
    <div className="page stack">
      <header className="parts-head no-print">
        {letter.data ? (
          <p className="parts-over">
            <Link to="/lieux/$siteId" params={{ siteId: letter.data.site.id }}>
              {letter.data.site.name}
            </Link>
          </p>
        ) : null}
        <h1 tabIndex={-1}>{t('participation:letter.title')}</h1>
      </header>
      {letter.isPending ? <Skeleton label={t('common:loading')} lines={6} /> : null}
      {letter.isError ? <ErrorState error={letter.error} onRetry={() => void letter.refetch()} /> : null}
      {letter.data ? <LetterSheet letter={letter.data} /> : null}
    </div>
  );
}
