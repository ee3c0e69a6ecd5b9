import { useTranslation } from 'react-i18next';
import { comparedHere, MOST_COMPARED } from './compared-here';

/** On a card: takes the place into the comparison, or out of it. */
export function CompareChoice({ siteId, name }: { readonly siteId: string; readonly name: string }) {
  const { t } = useTranslation('places');
  const chosen = comparedHere.use();
  const isChosen = chosen.includes(siteId);
  const isFull = !isChosen && chosen.length >= MOST_COMPARED;
  return (
    <label className="compare-choice place-card-compare no-print" title={isFull ? t('compare.full') : undefined}>
      <input
        type="checkbox"
        checked={isChosen}
        disabled={isFull}
        aria-label={t('compare.named', { name })}
        onChange={() => comparedHere.write(isChosen ? chosen.filter((id) => id !== siteId) : [...chosen, siteId])}
      />
      {t('compare.choose')}
    </label>
  );
}
