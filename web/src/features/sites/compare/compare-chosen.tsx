import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { LinkButton } from '../../../ui/link-button';
import { comparedHere } from './compared-here';

/** Stays in sight while places are being chosen. */
export function CompareChosen() {
  const { t } = useTranslation('places');
  const chosen = comparedHere.use();
  if (chosen.length === 0) return null;
  return (
    <div className="compare-bar no-print" role="region" aria-label={t('compare.bar')}>
      <p role="status">{chosen.length === 1 ? t('compare.oneMore') : t('compare.chosen', { count: chosen.length })}</p>
      {chosen.length > 1 ? (
        <LinkButton to="/comparer" search={{ ids: chosen }} look="signal" size="small" icon={<Columns3 aria-hidden size={18} />}>
          {t('compare.action')}
        </LinkButton>
      ) : null}
      <Button look="quiet" size="small" onClick={() => comparedHere.write([])}>
        {t('compare.clear')}
      </Button>
    </div>
  );
}
