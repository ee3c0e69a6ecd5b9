import { useTranslation } from 'react-i18next';
import { ProposePlaceForm } from '../../features/sites/proposals/propose-place-form';
import { usePageTitle } from '../../lib/page-title';
import { communePicker } from '../my-places/commune-picker';

/** Open to everyone: a place that nobody has listed yet. */
export function ProposePlacePage() {
  const { t } = useTranslation('participation');
  usePageTitle(t('propose.placeTitle'));
  return (
    <div className="page narrow stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('propose.placeTitle')}</h1>
        <p className="lead">{t('propose.placeLead')}</p>
      </header>
      <ProposePlaceForm communePicker={communePicker} />
    </div>
  );
}
