import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LonLat } from './need-search';
import type { TerritoryPicker } from './step-props';

interface PointPickerProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly territoryPicker: TerritoryPicker;
  readonly onPick: (place: { readonly id: string; readonly name: string; readonly point: LonLat }) => void;
}

/** A commune to stand on. Not every commune has a known position: then it says so, rather than doing nothing. */
export function PointPicker({ territoryPicker, onPick, ...field }: PointPickerProps) {
  const { t } = useTranslation('need');
  const [unplaced, setUnplaced] = useState<string | null>(null);
  return (
    <>
      {territoryPicker({
        ...field,
        placeholder: t('where.centrePlaceholder'),
        kind: 'commune',
        onPick: ({ id, name, point }) => {
          setUnplaced(point ? null : name);
          if (point) onPick({ id, name, point });
        },
      })}
      <p className="field-error" role="status" hidden={unplaced === null}>
        {unplaced === null ? '' : t('where.unplaced', { name: unplaced })}
      </p>
    </>
  );
}
