import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/choices';
import { Disclosure } from '../../../ui/disclosure';
import { Field } from '../../../ui/field';
import { NumberInput, SelectInput } from '../../../ui/inputs';
import { SITE_KINDS } from './need-words';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

const TOLERANCES = [0, 5, 10, 20] as const;

/** Kinds of place, and how big: indoors and land are two different things. */
export function StepSpace({ need, change, errorOf }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  const asksFloor = need.floorMin !== undefined || need.floorMax !== undefined;
  const asksLand = need.landMin !== undefined || need.landMax !== undefined;
  const tolerance = asksFloor || asksLand;
  return (
    <>
      <fieldset className="question">
        <legend>{t('need:condition.floor_area')}</legend>
        <p className="field-help">{t('need:space.floorHelp')}</p>
        <div className="pair">
          <Field id="need-floor-min" label={t('need:space.min')} error={errorOf('need-floor-min')}>
            <NumberInput unit="m²" value={need.floorMin ?? null} onChange={(value) => change({ floorMin: value ?? undefined })} />
          </Field>
          <Field id="need-floor-max" label={t('need:space.max')} error={errorOf('need-floor-max')}>
            <NumberInput unit="m²" value={need.floorMax ?? null} onChange={(value) => change({ floorMax: value ?? undefined })} />
          </Field>
        </div>
        {asksFloor ? <StrengthSwitch id="floor_area" subject={t('need:condition.floor_area')} need={need} change={change} /> : null}
      </fieldset>

      <Disclosure summary={t('need:space.landSummary')} defaultOpen={asksLand}>
        <fieldset className="question">
          <legend className="visually-hidden">{t('need:condition.land_area')}</legend>
          <p className="field-help">{t('need:space.landHelp')}</p>
          <div className="pair">
            <Field id="need-land-min" label={t('need:space.landMin')} error={errorOf('need-land-min')}>
              <NumberInput unit="m²" value={need.landMin ?? null} onChange={(value) => change({ landMin: value ?? undefined })} />
            </Field>
            <Field id="need-land-max" label={t('need:space.landMax')} error={errorOf('need-land-max')}>
              <NumberInput unit="m²" value={need.landMax ?? null} onChange={(value) => change({ landMax: value ?? undefined })} />
            </Field>
          </div>
          {asksLand ? <StrengthSwitch id="land_area" subject={t('need:condition.land_area')} need={need} change={change} /> : null}
        </fieldset>
      </Disclosure>

      {tolerance ? (
        <Field id="need-tolerance" label={t('need:space.tolerance')} help={t('need:space.toleranceHelp')} error={errorOf('need-tolerance')}>
          <SelectInput
            value={String(need.tolerance ?? 0)}
            onChange={(event) => change({ tolerance: Number(event.target.value) || undefined })}
          >
            {TOLERANCES.map((percent) => (
              <option key={percent} value={percent}>
                {percent === 0 ? t('need:space.exact') : t('need:space.percent', { percent })}
              </option>
            ))}
          </SelectInput>
        </Field>
      ) : null}

      <div className="question">
        <CheckboxGroup
          id="need-kinds"
          legend={t('need:condition.kind')}
          help={t('need:space.kindsHelp')}
          error={errorOf('need-kinds')}
          look="tiles"
          values={need.kinds ?? []}
          onChange={(kinds) => change({ kinds })}
          choices={SITE_KINDS.map((kind) => ({ value: kind, label: t(`vocabulary:kind.${kind}`) }))}
        />
        {need.kinds ? <StrengthSwitch id="kind" subject={t('need:condition.kind')} need={need} change={change} /> : null}
      </div>
    </>
  );
}
