import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../ui/error-summary';
import type { NeedError } from './need-errors';
import { type StepId, STEPS } from './steps';

interface NeedErrorsProps {
  readonly errors: readonly NeedError[];
  readonly here: StepId;
}

/** Errors of this step link to their fields; on the review, each links to the step that repairs it. */
export function NeedErrors({ errors, here }: NeedErrorsProps) {
  const { t } = useTranslation(['errors', 'need']);
  const ours = errors.filter((error) => error.step === here);
  const elsewhere = here === 'review' ? errors : [];
  return (
    <>
      <ErrorSummary title={t('errors:formTitle', { count: ours.length })} errors={ours} />
      {elsewhere.length > 0 ? (
        <div className="error-summary" role="alert">
          <h2>{t('errors:formTitle', { count: elsewhere.length })}</h2>
          <ul>
            {elsewhere.map((error) => (
              <li key={`${error.fieldId} ${error.message}`}>
                <Link to="/besoin/$step" params={{ step: STEPS.find(({ id }) => id === error.step)?.slug ?? '' }} hash={error.fieldId}>
                  {t(`need:step.${error.step}`)} — {error.message}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
