import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { RadioGroup } from '../../../ui/choices';
import { conditionWords } from './condition-words';
import { askedConditions } from './conditions';
import { ACTIVITIES } from './need-words';
import type { StepProps } from './step-props';
import { fillFrom, templateFor } from './templates';

/** What the place is for, and a sensible start that can be taken or left. */
export function StepActivity({ need, change, errorOf }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  const [taken, setTaken] = useState(false);
  const template = templateFor(need.activity);
  const language = currentLanguage();
  return (
    <>
      <RadioGroup
        id="need-activity"
        legend={t('need:activity.legend')}
        help={t('need:activity.help')}
        error={errorOf('need-activity')}
        look="tiles"
        value={need.activity ?? null}
        onChange={(activity) => {
          setTaken(false);
          change({ activity });
        }}
        choices={ACTIVITIES.map((activity) => ({ value: activity, label: t(`vocabulary:activity.${activity}`) }))}
      />
      {template ? (
        <section className="panel panel-enamel template" aria-labelledby="template-title">
          <h2 id="template-title">{t('need:activity.templateTitle')}</h2>
          <dl className="answers">
            {askedConditions(template).map((id) => (
              <div key={id}>
                <dt>{t(`need:condition.${id}`)}</dt>
                <dd>{conditionWords(id, template, t, language)}</dd>
              </div>
            ))}
          </dl>
          <Button
            look="primary"
            icon={<Sparkles aria-hidden size={18} />}
            onClick={() => {
              change(fillFrom(template, need));
              setTaken(true);
            }}
          >
            {t('need:activity.templateAction')}
          </Button>
          <p role="status">{taken ? t('need:activity.templateTaken') : t('need:activity.templateHelp')}</p>
        </section>
      ) : null}
    </>
  );
}
