import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesFor } from '../features/matching/matching.queries';
import { zoneWords } from '../features/matching/need/condition-words';
import { CompareBar } from '../features/matching/results/compare-bar';
import { CompareTable } from '../features/matching/results/compare-table';
import { headline } from '../features/matching/results/headline';
import type { CardContext } from '../features/matching/results/match-card';
import { NeedSummary } from '../features/matching/results/need-summary';
import { RelaxedNotice } from '../features/matching/results/relaxed-notice';
import { ResultsBody } from '../features/matching/results/results-body';
import { ResultsMap } from '../features/matching/results/results-map';
import { showPlace } from '../features/matching/results/show-place';
import { useCompared } from '../features/matching/results/use-compared';
import { useRelaxations } from '../features/matching/results/use-relaxations';
import { PlaceDrawing } from '../features/sites/place-drawing';
import { usePageTitle } from '../lib/page-title';
import { addFrench, currentLanguage } from '../text/i18n';
import { Button } from '../ui/button';
import { ErrorState } from '../ui/error-state';
import { LinkButton } from '../ui/link-button';
import { Sheet } from '../ui/sheet';
import { Skeleton } from '../ui/skeleton';
import { useTerritoryNames } from './need-territories';
import { useWideScreen } from './wide-screen';
import { need } from '../text/fr/need';
import { results } from '../text/fr/results';

addFrench({ need, results });

const route = getRouteApi('/resultats');

export function ResultsPage() {
  const { t } = useTranslation('results');
  const { t: words } = useTranslation(['need', 'vocabulary', 'common']);
  usePageTitle(t('pageTitle'));
  const need = route.useSearch({ select: ({ lang: _lang, ...asked }) => asked });
  const navigate = route.useNavigate();
  const answer = useQuery(matchesFor(need));
  const names = useTerritoryNames(need.in);
  const wide = useWideScreen();
  const [litId, setLitId] = useState<string | null>(null);
  const [mapOpen, setMapOpen] = useState(false);
  const relaxations = useRelaxations(need, (next) => void navigate({ search: next, resetScroll: true }));
  const comparison = useCompared(answer.data);

  const context: CardContext = {
    need,
    zone: zoneWords(need, words, currentLanguage(), names),
    picture: (place) => (place.photo ? <img src={place.photo} alt="" loading="lazy" /> : <PlaceDrawing kind={place.kind} id={place.id} />),
    litId,
    onHighlight: setLitId,
    onRelax: relaxations.relax,
    compared: comparison.ids,
    onCompare: comparison.toggle,
  };
  const map = answer.data ? (
    <ResultsMap
      results={answer.data}
      need={need}
      litId={litId}
      onHighlight={setLitId}
      onPick={(id) => {
        setMapOpen(false);
        showPlace(id);
      }}
    />
  ) : null;

  return (
    <div className="results-page">
      <div className="results-main" aria-busy={answer.isPlaceholderData}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {answer.data ? (
          <p className="results-headline" role="status">
            {headline(answer.data, t, currentLanguage())}
          </p>
        ) : null}
        <NeedSummary need={need} territoryNames={names} />
        {relaxations.last ? <RelaxedNotice label={relaxations.last.label} onUndo={relaxations.undo} /> : null}
        {comparison.open ? <CompareTable matches={comparison.matches} zone={context.zone} onClose={comparison.close} /> : null}
        {answer.isPending ? <Skeleton label={t('loading')} shape="cards" lines={3} /> : null}
        {answer.isError ? (
          <ErrorState
            error={answer.error}
            onRetry={() => void answer.refetch()}
            actions={
              <LinkButton to="/besoin/$step" params={{ step: 'verification' }} search={need}>
                {t('need.change')}
              </LinkButton>
            }
          />
        ) : null}
        {answer.data ? (
          <>
            <ResultsBody results={answer.data} context={context} />
            <p className="results-method">
              <Link to="/methode">{t('method', { version: answer.data.version })}</Link>
            </p>
          </>
        ) : null}
      </div>
      {wide ? <div className="results-map">{map}</div> : null}
      {wide || !map ? null : (
        <>
          <Button
            look="primary"
            className="results-map-button no-print"
            icon={<MapIcon aria-hidden size={20} />}
            onClick={() => setMapOpen(true)}
          >
            {t('map.open')}
          </Button>
          <Sheet open={mapOpen} onClose={() => setMapOpen(false)} title={t('map.title')} closeLabel={words('common:actions.close')}>
            <div className="results-map-sheet">{map}</div>
          </Sheet>
        </>
      )}
      <CompareBar count={comparison.open ? 0 : comparison.ids.length} onCompare={comparison.show} onClear={comparison.clear} />
    </div>
  );
}
