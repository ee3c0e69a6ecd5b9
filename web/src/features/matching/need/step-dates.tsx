import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { NumberInput, TextInput } from '../../../ui/inputs';
import { durationWords } from './condition-words';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

const USUAL_MONTHS = [6, 12, 36, 60, 108] as const;

/** By when, and for how long. */
export function StepDates({ need, change, errorOf }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  return (
    <>
      <div className="question">
        <Field id="need-by" label={t('need:dates.by')} help={t('need:dates.byHelp')} error={errorOf('need-by')}>
          <TextInput
            type="date"
            className="input-short"
            value={need.by ?? ''}
            onChange={(event) => change({ by: event.target.value || undefined })}
          />
        </Field>
        {need.by ? <StrengthSwitch id="available_by" subject={t('need:condition.available_by')} need={need} change={change} /> : null}
      </div>
      <div className="question">
        <Field id="need-months" label={t('need:dates.months')} help={t('need:dates.monthsHelp')} error={errorOf('need-months')}>
          <NumberInput
            unit={t('need:dates.monthsUnit')}
            value={need.months ?? null}
            onChange={(value) => change({ months: value ?? undefined })}
          />
        </Field>
        <div className="quick-picks" role="group" aria-label={t('need:dates.usual')}>
          {USUAL_MONTHS.map((months) => (
            <Button key={months} size="small" aria-pressed={need.months === months} onClick={() => change({ months })}>
              {durationWords(months, t, currentLanguage())}
            </Button>
          ))}
        </div>
        {need.months === undefined ? null : (
          <StrengthSwitch id="long_enough" subject={t('need:condition.long_enough')} need={need} change={change} />
        )}
      </div>
    </>
  );
}
