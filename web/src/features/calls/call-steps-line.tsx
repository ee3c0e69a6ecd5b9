import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import type { Call } from './calls.queries';

/** Which step of two runs, and what comes after. */
export function CallStepsLine({ call: { state, shortlist, closesAt } }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const when = closesAt ? formatDeadline(closesAt, currentLanguage()) : '';
  const isFirst = state === 'draft' || state === 'published' || state === 'open';
  return (
    <div className="stack-tight">
      {isFirst ? <p>{t('steps.first')}</p> : null}
      {state === 'shortlisting' ? <p>{t('steps.between')}</p> : null}
      {state === 'second_step' ? <p>{t('steps.second', { when })}</p> : null}
      {shortlist ? (
        <p>
          <strong>{t('steps.announced', { when: formatDeadline(shortlist.at, currentLanguage()) })}</strong>{' '}
          {shortlist.files === null ? null : t('steps.kept', { count: shortlist.kept ?? 0, files: shortlist.files })}
        </p>
      ) : null}
    </div>
  );
}

/** Of a call in two steps, which closing was moved. */
export function extendedWords(step: Call['extensions'][number]['step']) {
  if (step === null) return 'extended' as const;
  return step === 'first' ? ('steps.extendedFirst' as const) : ('steps.extendedSecond' as const);
}
