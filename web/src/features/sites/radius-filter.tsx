import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field';
import { SelectInput } from '../../ui/inputs';
import type { PlaceSearch } from './place-search';

const RADII_KM = [5, 10, 20, 40, 80] as const;

interface RadiusFilterProps {
  readonly search: PlaceSearch;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
}

/** How far around the point chosen; only asked once there is a point. */
export function RadiusFilter({ search, onChange }: RadiusFilterProps) {
  const { t } = useTranslation('places');
  if (!search.near) return null;
  return (
    <Field label={t('facet.radius', { name: search.nearName ?? t('chip.nearPoint') })}>
      <SelectInput
        value={search.radiusKm ?? ''}
        onChange={(event) => onChange({ radiusKm: event.target.value === '' ? undefined : Number(event.target.value), view: undefined })}
      >
        <option value="">{t('facet.radiusNone')}</option>
        {RADII_KM.map((km) => (
          <option key={km} value={km}>
            {t('facet.radiusKm', { km })}
          </option>
        ))}
      </SelectInput>
    </Field>
  );
}
