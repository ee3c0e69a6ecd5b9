import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { aroundTheirMiddle, writeCorners } from './corners';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface LonLat {
  readonly lon: number;
  readonly lat: number;
}
type NamedPoint = Named & { readonly point: LonLat };
/** The look-up of communes, lent by the page. */
export type CommunePicker = (onPick: (commune: Named & { readonly point: LonLat | null }) => void) => ReactNode;

interface CornersByNameProps {
  readonly picker: CommunePicker;
  readonly onOutline: (corners: string) => void;
}

/** A zone without a mouse: name the communes at its corners, and they are joined. Not every commune has a known position. */
export function CornersByName({ picker, onOutline }: CornersByNameProps) {
  const { t } = useTranslation('map');
  const [chosen, setChosen] = useState<readonly NamedPoint[]>([]);
  const [unplaced, setUnplaced] = useState<string | null>(null);
  const outline = () => onOutline(writeCorners(aroundTheirMiddle(chosen.map(({ point }) => [point.lon, point.lat] as const))));
  return (
    <div className="corners">
      {picker(({ id, name, point }) => {
        setUnplaced(point ? null : name);
        if (point) setChosen((before) => [...before.filter((corner) => corner.id !== id), { id, name, point }]);
      })}
      <p className="field-error" role="status" hidden={unplaced === null}>
        {unplaced === null ? '' : t('corners.unplaced', { name: unplaced })}
      </p>
      <ul className="chip-row" aria-label={t('corners.chosen')}>
        {chosen.map((commune) => (
          <li key={commune.id}>
            <Chip
              onRemove={() => setChosen(chosen.filter(({ id }) => id !== commune.id))}
              removeLabel={t('corners.remove', { name: commune.name })}
            >
              {commune.name}
            </Chip>
          </li>
        ))}
      </ul>
      {chosen.length >= 3 ? <Button onClick={outline}>{t('corners.outline', { count: chosen.length })}</Button> : null}
    </div>
  );
}
