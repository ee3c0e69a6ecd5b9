import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';

interface CompareBarProps {
  readonly count: number;
  readonly onCompare: () => void;
  readonly onClear: () => void;
}

/** Stays in sight while places are being chosen. */
export function CompareBar({ count, onCompare, onClear }: CompareBarProps) {
  const { t } = useTranslation('results');
  if (count === 0) return null;
  return (
    <div className="compare-bar no-print" role="region" aria-label={t('compare.bar')}>
      <p role="status">{count === 1 ? t('compare.oneMore') : t('compare.chosen', { count })}</p>
      <Button look="signal" size="small" disabled={count < 2} icon={<Columns3 aria-hidden size={18} />} onClick={onCompare}>
        {t('compare.action')}
      </Button>
      <Button look="quiet" size="small" onClick={onClear}>
        {t('compare.clear')}
      </Button>
    </div>
  );
}
