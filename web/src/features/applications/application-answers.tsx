import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { AnswerWords } from './answers/answer-words';
import type { Application } from './applications.queries';
import './applications.css';

/** All that a file says, section by section. */
export function ApplicationAnswers({ application }: { readonly application: Application }) {
  const { t } = useTranslation('applications');
  const { form, shown, lots, lotsOffered } = application;
  return (
    <div className="stack">
      {lotsOffered.length > 0 && lots.length > 0 ? (
        <Panel id="answered-lots" title={t('lots.title')}>
          <ol>
            {lots.map((id) => (
              <li key={id}>{lotsOffered.find((lot) => lot.id === id)?.name}</li>
            ))}
          </ol>
        </Panel>
      ) : null}
      {form.map((section) => (
        <Panel key={section.id} id={`answered-${section.id}`} title={section.title}>
          <div className="stack">
            {section.questions
              .filter(({ id }) => shown.includes(id))
              .map((question) => (
                <div key={question.id}>
                  <h3>{question.label}</h3>
                  <AnswerWords application={application} question={question} />
                </div>
              ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}
