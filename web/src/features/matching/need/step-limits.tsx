import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/choices';
import { Field } from '../../../ui/field';
import { NumberInput } from '../../../ui/inputs';
import { CONSTRAINTS } from './need-words';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

/** What cannot be accepted, and how much work can be taken on. */
export function StepLimits({ need, change, errorOf }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  return (
    <>
      <div className="question">
        <CheckboxGroup
          id="need-without"
          legend={t('need:limits.without')}
          help={t('need:limits.withoutHelp')}
          error={errorOf('need-without')}
          look="tiles"
          values={need.without ?? []}
          onChange={(without) => change({ without })}
          choices={CONSTRAINTS.map((constraint) => ({ value: constraint, label: t(`vocabulary:constraint.${constraint}`) }))}
        />
        {need.without ? <StrengthSwitch id="free_of" subject={t('need:condition.free_of')} need={need} change={change} /> : null}
      </div>
      <div className="question">
        <Field
          id="need-works"
          label={t('need:limits.works')}
          optionalLabel={t('common:optional')}
          help={t('need:limits.worksHelp')}
          error={errorOf('need-works')}
        >
          <NumberInput unit="€" value={need.works ?? null} onChange={(value) => change({ works: value ?? undefined })} />
        </Field>
        {need.works === undefined ? null : <StrengthSwitch id="works" subject={t('need:condition.works')} need={need} change={change} />}
      </div>
    </>
  );
}
