import { Link } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { LinkButton } from '../../../ui/link-button';
import { ProgressSteps } from '../../../ui/progress-steps';
import type { NeedError } from './need-errors';
import { NeedErrors } from './need-errors-panel';
import { isBlank } from './need-search';
import { SavedNote } from './saved-note';
import { STEP_CONTENT } from './step-content';
import type { StepProps } from './step-props';
import { minutesLeft, STEPS } from './steps';

interface NeedWizardProps extends Omit<StepProps, 'errorOf'> {
  readonly index: number;
  readonly savedAt: Date | null;
  readonly errors: readonly NeedError[];
  readonly checking: boolean;
  readonly onContinue: () => void;
  readonly onClear: () => void;
  /** What the answers so far would find. */
  readonly preview?: ReactNode;
}

/** One subject at a time, with the way back, what is left and what was kept. */
export function NeedWizard({ index, savedAt, errors, checking, onContinue, onClear, preview, ...step }: NeedWizardProps) {
  const { t } = useTranslation(['need', 'common']);
  const here = STEPS[index] ?? STEPS[0];
  const Content = STEP_CONTENT[here.id];
  const before = STEPS[index - 1];
  const isReview = here.id === 'review';
  return (
    <div className="page need-page">
      <div className="need-main">
        <ProgressSteps
          label={t('common:stepOf', { current: index + 1, total: STEPS.length })}
          steps={STEPS.map(({ id }) => t(`need:step.${id}`))}
          current={index}
          note={t('need:timeLeft', { count: minutesLeft(index) })}
        />
        <h1 tabIndex={-1}>{t(`need:title.${here.id}`)}</h1>
        <NeedErrors errors={errors} here={here.id} />
        <form
          className="need-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onContinue();
          }}
        >
          <Content {...step} errorOf={(fieldId) => errors.find((error) => error.fieldId === fieldId)?.message} />
          <div className="need-actions">
            <Button type="submit" look="primary" disabled={checking} icon={isReview ? <Search aria-hidden size={20} /> : null}>
              {isReview ? t('need:actions.show') : t('need:actions.continue')}
              {isReview ? null : <ArrowRight aria-hidden size={20} />}
            </Button>
            {before ? (
              <LinkButton to="/besoin/$step" params={{ step: before.slug }} icon={<ArrowLeft aria-hidden size={20} />}>
                {t('need:actions.back')}
              </LinkButton>
            ) : null}
            {isReview ? (
              <Button look="quiet" onClick={onClear}>
                {t('need:actions.clear')}
              </Button>
            ) : (
              <Link to="/besoin/$step" params={{ step: 'verification' }} className="need-skip">
                {t('need:actions.skip')}
              </Link>
            )}
          </div>
        </form>
      </div>
      <aside className="need-aside" aria-label={t('need:aside.label')}>
        {preview}
        <SavedNote savedAt={savedAt} kept={!isBlank(step.need)} />
        <p>{t('need:aside.private')}</p>
        <p>{t('need:aside.skipFreely')}</p>
      </aside>
    </div>
  );
}
