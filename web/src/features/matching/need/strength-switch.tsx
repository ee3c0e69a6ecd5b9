import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConditionId, type Strength, strengthOf, withStrength } from './conditions';
import type { NeedSearch } from './need-search';

interface StrengthSwitchProps {
  readonly id: ConditionId;
  /** The subject in words, for those who hear the switch apart from its field. */
  readonly subject: string;
  readonly need: NeedSearch;
  readonly change: (part: Partial<NeedSearch>) => void;
}

const CHOICES: readonly Strength[] = ['required', 'preferred'];

/** Does the answer above keep places out, or only rank them? */
export function StrengthSwitch({ id, subject, need, change }: StrengthSwitchProps) {
  const { t } = useTranslation('need');
  const name = useId();
  return (
    <fieldset className="strength">
      <legend className="visually-hidden">{t('strength.legend', { subject })}</legend>
      {CHOICES.map((strength) => (
        <label key={strength} className="strength-choice">
          <input
            type="radio"
            name={name}
            checked={strengthOf(need, id) === strength}
            onChange={() => change({ soft: withStrength(need, id, strength).soft })}
          />
          <span>{t(`strength.${strength}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
