import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askRoughPosition, type PositionRefusal } from '../../lib/rough-position';
import { Button } from '../../ui/button';
import type { PlaceSearch } from './place-search';

const RADIUS_KM = 20;

/** Asks the device only when pressed; what leaves it is a point rounded to a kilometre. */
export function NearMe({ onChange }: { readonly onChange: (change: Partial<PlaceSearch>) => void }) {
  const { t } = useTranslation('places');
  const [state, setState] = useState<'asking' | PositionRefusal | null>(null);
  const ask = async () => {
    setState('asking');
    const answer = await askRoughPosition();
    if (typeof answer === 'string') {
      setState(answer);
      return;
    }
    setState(null);
    onChange({
      near: `${answer.lon},${answer.lat}`,
      nearName: t('nearMe.name'),
      radiusKm: RADIUS_KM,
      sort: 'distance',
      bbox: undefined,
      zone: undefined,
      view: undefined,
    });
  };
  return (
    <div className="near-me">
      <Button
        title={t('nearMe.precision')}
        disabled={state === 'asking'}
        icon={<LocateFixed aria-hidden size={18} />}
        onClick={() => void ask()}
      >
        <span className="near-me-word">{t('nearMe.action')}</span>
      </Button>
      <p role="status" className={state === null ? 'visually-hidden' : 'near-me-said'}>
        {state === null ? null : t(`nearMe.${state}`)}
      </p>
    </div>
  );
}
