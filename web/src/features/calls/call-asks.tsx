import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import type { CallContent, Question } from './calls.queries';

/** What an applicant will be asked, before they begin: who may apply, the questions, the documents. */
export function CallAsks({ content: { form, documents, eligibility, firstStep } }: { readonly content: CallContent }) {
  const { t } = useTranslation('calls');
  return (
    <Panel id="asked" title={t('section.asked')}>
      <div className="stack">
        {eligibility.length > 0 ? (
          <>
            <h3>{t('asked.eligibility')}</h3>
            <ul>
              {eligibility.map(({ id, explanation }) => (
                <li key={id}>{explanation}</li>
              ))}
            </ul>
          </>
        ) : null}
        {firstStep === null ? null : <p>{t('steps.asked')}</p>}
        <h3>{t('asked.questions')}</h3>
        {form.map((section) => (
          <Disclosure key={section.id} summary={section.title} count={String(section.questions.length)}>
            <ol className="call-asked">
              {section.questions.map((question) => (
                <AskedQuestion key={question.id} question={question} isFirst={firstStep?.questions.includes(question.id) ?? false} />
              ))}
            </ol>
          </Disclosure>
        ))}
        <h3>{t('asked.documents')}</h3>
        {documents.length === 0 ? <p>{t('asked.noDocument')}</p> : null}
        <ul>
          {documents.map(({ id, label, help, required }) => (
            <li key={id}>
              {label}
              {required ? '' : ` (${t('asked.optional')})`}{' '}
              {firstStep?.documents.includes(id) ? <Badge tone="enamel">{t('steps.fromFirst')}</Badge> : null}
              {help ? <span className="call-help">{help}</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function AskedQuestion({ question, isFirst }: { readonly question: Question; readonly isFirst: boolean }) {
  const { t } = useTranslation('calls');
  return (
    <li>
      {question.label} {isFirst ? <Badge tone="enamel">{t('steps.fromFirst')}</Badge> : null}
      <span className="call-help">
        {[
          t(`kind.${question.kind}`),
          question.required ? '' : t('asked.optional'),
          question.shownIf === null ? '' : t('asked.conditional'),
          question.help ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
