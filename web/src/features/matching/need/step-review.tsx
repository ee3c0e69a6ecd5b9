import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { conditionWords } from './condition-words';
import { askedConditions, canWeaken, CONDITIONS, strengthOf } from './conditions';
import type { StepProps } from './step-props';
import { STEPS } from './steps';

/** Everything that was answered, step by step, each with a way back to change it. */
export function StepReview({ need, territoryNames }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  const language = currentLanguage();
  const asked = askedConditions(need);
  return (
    <>
      <p className="lead-line">{asked.length === 0 ? t('need:review.nothing') : t('need:review.text')}</p>
      <dl className="review">
        {STEPS.filter((step) => step.id !== 'review').map((step) => (
          <div key={step.id} className="review-row">
            <dt>
              {t(`need:step.${step.id}`)}
              <Link to="/besoin/$step" params={{ step: step.slug }} className="review-change">
                {t('need:review.change')} <span className="visually-hidden">: {t(`need:step.${step.id}`)}</span>
              </Link>
            </dt>
            <dd>
              {step.id === 'activity' && need.activity ? <p>{t(`vocabulary:activity.${need.activity}`)}</p> : null}
              {step.id === 'priorities' ? <Priorities need={need} /> : null}
              {CONDITIONS.filter((condition) => condition.step === step.id && asked.includes(condition.id)).map(({ id }) => (
                <p key={id}>
                  <strong>{t(`need:condition.${id}`)} :</strong> {conditionWords(id, need, t, language, territoryNames)}{' '}
                  {canWeaken(id) && strengthOf(need, id) === 'preferred' ? (
                    <Badge tone="amber">{t('need:strength.preferred')}</Badge>
                  ) : null}
                </p>
              ))}
              {isSilent(step.id, asked, need) ? <p className="not-asked">{t('need:review.notAsked')}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Priorities({ need }: Pick<StepProps, 'need'>) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  return (need.first ?? []).map((id) => {
    const condition = CONDITIONS.find((candidate) => candidate.id === id);
    return (
      <p key={id}>{condition ? t(`need:condition.${condition.id}`) : t(`vocabulary:feature.${id.replace('feature_', '') as 'water'}`)}</p>
    );
  });
}

function isSilent(step: (typeof STEPS)[number]['id'], asked: readonly string[], need: StepProps['need']): boolean {
  if (step === 'activity') return need.activity === undefined;
  if (step === 'priorities') return !need.first?.length;
  return !CONDITIONS.some((condition) => condition.step === step && asked.includes(condition.id));
}
