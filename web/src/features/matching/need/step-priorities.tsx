import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { CheckboxGroup } from '../../../ui/choices';
import { conditionWords } from './condition-words';
import { CONDITIONS, mayMatterMost } from './conditions';
import type { StepProps } from './step-props';

const MOST = 3;

/** Up to three answers that weigh more when places are put in order. */
export function StepPriorities({ need, change, errorOf, territoryNames }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  const choices = mayMatterMost(need);
  const first = (need.first ?? []).filter((id) => choices.includes(id));
  const labelOf = (id: string): string => {
    const condition = CONDITIONS.find((candidate) => candidate.id === id);
    return condition ? t(`need:condition.${condition.id}`) : t(`vocabulary:feature.${id.replace('feature_', '') as 'water'}`);
  };
  const hintOf = (id: string) => {
    const condition = CONDITIONS.find((candidate) => candidate.id === id);
    return condition ? conditionWords(condition.id, need, t, currentLanguage(), territoryNames) : t('need:condition.wishes');
  };
  if (choices.length === 0) return <p className="panel">{t('need:priorities.nothing')}</p>;
  return (
    <CheckboxGroup
      id="need-first"
      legend={t('need:priorities.legend')}
      help={t('need:priorities.help', { count: first.length })}
      error={errorOf('need-first')}
      look="tiles"
      values={first}
      onChange={(values) => change({ first: values.slice(0, MOST) })}
      choices={choices.map((id) => ({
        value: id,
        label: labelOf(id),
        hint: hintOf(id),
        disabled: first.length >= MOST && !first.includes(id),
      }))}
    />
  );
}
