import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapFrame } from '../../../map/map-frame';
import type { Bounds } from '../../../map/map-types';
import { Field } from '../../../ui/field';
import { useControl } from '../../../ui/form/form-context';
import { TextInput } from '../../../ui/inputs';
import { type CommunePicker, type PickedCommune, pinAt } from './kept-location';
import { readPoint } from './kept-paths';

const FRANCE: Bounds = [-5, 41.3, 9.6, 51.1];
const COMMUNE_DEGREES = 0.06;
type Point = NonNullable<PickedCommune['point']>;

/** Where a place is, as one who has never seen its sheet says it: the commune, then a point on the map. */
export function PointControl({ typed, onType }: { readonly typed: string; readonly onType: (typed: string) => void }) {
  const { t } = useTranslation(['keep', 'common']);
  const { id, error } = useControl('point');
  const isBad = readPoint(typed) === undefined;
  return (
    <Field
      id={id}
      label={t('keep:field.point')}
      help={t('keep:location.clickToPlace')}
      optionalLabel={t('common:optional')}
      error={error ?? (isBad ? t('keep:location.badPoint') : undefined)}
    >
      <TextInput className="numeric" name="point" autoComplete="off" value={typed} onChange={(event) => onType(event.target.value)} />
    </Field>
  );
}

export function CommuneControl({ picker, onPick }: { readonly picker: CommunePicker; readonly onPick: (commune: PickedCommune) => void }) {
  const { t } = useTranslation('keep');
  const { id, error } = useControl('communeId');
  return picker({ id, label: t('location.findCommune'), help: t('location.findCommuneHelp'), initialText: '', error, onPick });
}

export function PlaceMap({
  commune,
  point,
  onPlace,
}: {
  readonly commune: PickedCommune | null;
  readonly point: Point | null;
  readonly onPlace: (point: Point) => void;
}) {
  const { t } = useTranslation('keep');
  const [opened, setOpened] = useState<{ readonly id: string | null; readonly bounds: Bounds }>({ id: null, bounds: FRANCE });
  const centre = commune?.point;
  if (commune && centre && opened.id !== commune.id) {
    const { lon, lat } = centre;
    const bounds: Bounds = [lon - COMMUNE_DEGREES, lat - COMMUNE_DEGREES * 0.6, lon + COMMUNE_DEGREES, lat + COMMUNE_DEGREES * 0.6];
    setOpened({ id: commune.id, bounds });
  }
  return (
    <div className="kept-map">
      <MapFrame label={t('location.map')} points={pinAt(point, t('field.point'))} bounds={opened.bounds} onPlace={onPlace} />
    </div>
  );
}
