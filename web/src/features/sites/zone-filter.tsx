import { useTranslation } from 'react-i18next';
import { type CommunePicker, CornersByName } from '../../map/corners-by-name';
import { Disclosure } from '../../ui/disclosure';
import type { PlaceSearch } from './place-search';

interface ZoneFilterProps {
  readonly communePicker: CommunePicker;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
}

/** The drawing of the map for whoever does not draw: the communes at its corners. */
export function ZoneFilter({ communePicker, onChange }: ZoneFilterProps) {
  const { t } = useTranslation('places');
  return (
    <Disclosure summary={t('facet.zone')}>
      <p className="fine-print">{t('facet.zoneHelp')}</p>
      <CornersByName picker={communePicker} onOutline={(zone) => onChange({ zone, bbox: undefined, view: undefined })} />
    </Disclosure>
  );
}
