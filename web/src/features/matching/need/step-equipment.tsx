import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/choices';
import { FEATURES, type Feature, USES } from './need-words';
import type { NeedSearch } from './need-search';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

const LEVELS = ['none', 'wish', 'must'] as const;
type Level = (typeof LEVELS)[number];

function levelOf(need: NeedSearch, feature: Feature): Level {
  if (need.must?.includes(feature)) return 'must';
  return need.wish?.includes(feature) ? 'wish' : 'none';
}

function withLevel(need: NeedSearch, feature: Feature, level: Level): Pick<NeedSearch, 'must' | 'wish'> {
  const others = (list: Feature[] | undefined) => (list ?? []).filter((kept) => kept !== feature);
  return {
    must: level === 'must' ? [...others(need.must), feature] : others(need.must),
    wish: level === 'wish' ? [...others(need.wish), feature] : others(need.wish),
  };
}

/** Three answers per equipment: not needed, wished for, indispensable. */
export function StepEquipment({ need, change, errorOf }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  return (
    <>
      <fieldset className="question" id="need-equipment" tabIndex={-1}>
        <legend>{t('need:equipment.legend')}</legend>
        <p className="field-help">{t('need:equipment.help')}</p>
        {errorOf('need-equipment') ? <p className="field-error">{errorOf('need-equipment')}</p> : null}
        <div className="levels">
          {FEATURES.map((feature) => (
            <FeatureRow
              key={feature}
              label={t(`vocabulary:feature.${feature}`)}
              level={levelOf(need, feature)}
              onChange={(level) => change(withLevel(need, feature, level))}
            />
          ))}
        </div>
      </fieldset>
      <div className="question">
        <CheckboxGroup
          id="need-uses"
          legend={t('need:equipment.uses')}
          help={t('need:equipment.usesHelp')}
          error={errorOf('need-uses')}
          look="tiles"
          values={need.uses ?? []}
          onChange={(uses) => change({ uses })}
          choices={USES.map((use) => ({ value: use, label: t(`vocabulary:use.${use}`) }))}
        />
        {need.uses ? <StrengthSwitch id="use" subject={t('need:condition.use')} need={need} change={change} /> : null}
      </div>
    </>
  );
}

function FeatureRow({
  label,
  level,
  onChange,
}: {
  readonly label: string;
  readonly level: Level;
  readonly onChange: (level: Level) => void;
}) {
  const { t } = useTranslation('need');
  const name = useId();
  return (
    <fieldset className="level-row">
      <legend>{label}</legend>
      <div className="strength">
        {LEVELS.map((option) => (
          <label key={option} className="strength-choice">
            <input type="radio" name={name} checked={level === option} onChange={() => onChange(option)} />
            <span>{t(`equipment.level.${option}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
