import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/choices';
import { Field } from '../../../ui/field';
import { NumberInput } from '../../../ui/inputs';
import { TENURES } from './need-words';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

/** Money, and the legal form under which the place could be had. */
export function StepTerms({ need, change, errorOf }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  return (
    <>
      <div className="question">
        <Field id="need-budget" label={t('need:terms.budget')} help={t('need:terms.budgetHelp')} error={errorOf('need-budget')}>
          <NumberInput
            unit={t('need:terms.budgetUnit')}
            value={need.budget ?? null}
            onChange={(value) => change({ budget: value ?? undefined })}
          />
        </Field>
        {need.budget === undefined ? null : <StrengthSwitch id="cost" subject={t('need:condition.cost')} need={need} change={change} />}
      </div>
      <div className="question">
        <Field
          id="need-price"
          label={t('need:terms.price')}
          optionalLabel={t('common:optional')}
          help={t('need:terms.priceHelp')}
          error={errorOf('need-price')}
        >
          <NumberInput unit="€" value={need.price ?? null} onChange={(value) => change({ price: value ?? undefined })} />
        </Field>
        {need.price === undefined ? null : <StrengthSwitch id="price" subject={t('need:condition.price')} need={need} change={change} />}
      </div>
      <div className="question">
        <CheckboxGroup
          id="need-tenures"
          legend={t('need:terms.tenures')}
          help={t('need:terms.tenuresHelp')}
          error={errorOf('need-tenures')}
          values={need.tenures ?? []}
          onChange={(tenures) => change({ tenures })}
          choices={TENURES.map((tenure) => ({
            value: tenure,
            label: t(`vocabulary:tenure.${tenure}`),
            hint: t(`need:terms.tenureHint.${tenure}`),
          }))}
        />
        {need.tenures ? <StrengthSwitch id="tenure" subject={t('need:condition.tenure')} need={need} change={change} /> : null}
      </div>
    </>
  );
}
