import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { CheckboxGroup } from '../../ui/choices';
import { Disclosure } from '../../ui/disclosure';
import { Field } from '../../ui/field';
import { NumberInput, TextInput } from '../../ui/inputs';
import type { PlaceSearch } from './place-search';

interface NumberFiltersProps {
  readonly search: PlaceSearch;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
}

type Bound = 'areaMinM2' | 'areaMaxM2' | 'costMaxEurosPerMonth';

/** Areas, cost and date. Numbers are applied together by the button: results never jump while someone types. */
export function NumberFilters({ search, onChange }: NumberFiltersProps) {
  const { t } = useTranslation(['places', 'common']);
  const [typed, setTyped] = useState<Partial<Record<Bound, number | null>>>({});
  const valueOf = (bound: Bound) => (bound in typed ? (typed[bound] ?? null) : (search[bound] ?? null));
  const open = search.areaMinM2 !== undefined || search.areaMaxM2 !== undefined || search.costMaxEurosPerMonth !== undefined;
  const apply = () => {
    const change = Object.fromEntries(Object.entries(typed).map(([bound, value]) => [bound, value ?? undefined]));
    onChange(change);
    setTyped({});
  };
  const input = (bound: Bound) => <NumberInput value={valueOf(bound)} onChange={(value) => setTyped({ ...typed, [bound]: value })} />;
  return (
    <Disclosure summary={t('places:facet.area')} defaultOpen={open || search.availableBy !== undefined}>
      <form
        className="number-filters"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <div className="number-pair">
          <Field label={t('places:facet.areaMin')}>{input('areaMinM2')}</Field>
          <Field label={t('places:facet.areaMax')}>{input('areaMaxM2')}</Field>
        </div>
        <Field label={t('places:facet.costMax')} help={t('places:facet.cost')}>
          {input('costMaxEurosPerMonth')}
        </Field>
        <Field label={t('places:facet.date')}>
          <TextInput
            type="date"
            value={search.availableBy ?? ''}
            onChange={(event) => onChange({ availableBy: event.target.value || undefined })}
          />
        </Field>
        <Button type="submit" size="small" disabled={Object.keys(typed).length === 0}>
          {t('common:actions.apply')}
        </Button>
        <CheckboxGroup
          legend={t('places:facet.includeUnknown')}
          legendHidden
          values={search.includeUnknown ? ['true'] : []}
          onChange={(values) => onChange({ includeUnknown: values.length > 0 || undefined })}
          choices={[{ value: 'true', label: t('places:facet.includeUnknown') }]}
        />
      </form>
    </Disclosure>
  );
}
