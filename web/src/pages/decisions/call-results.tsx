import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { resultsOf } from '../../features/decisions/decisions.queries';
import { ResultsSheet } from '../../features/decisions/results-sheet';
import { ReviewFrame } from '../review/review-frame';

const route = getRouteApi('/appels/$callId/resultats');

/** The results of a call, as everyone reads them. */
export function CallResultsPage() {
  const { t } = useTranslation('decisions');
  const { callId } = route.useParams();
  return (
    <ReviewFrame
      options={resultsOf(callId)}
      title={() => t('results.title')}
      over={({ results }) => (
        <>
          <Link to="/appels/$callId" params={{ callId }}>
            {results.call.title}
          </Link>{' '}
          · {results.call.owner}
        </>
      )}
    >
      {(published) => <ResultsSheet published={published} />}
    </ReviewFrame>
  );
}
