import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { AnswerWords } from './answers/answer-words';
import type { Application } from './applications.queries';
import { sectionTitle } from './section-title';
import './applications.css';

interface ApplicationAnswersProps {
  readonly application: Pick<Application, 'id' | 'form' | 'shown' | 'lots' | 'lotsOffered' | 'answers' | 'files'>;
  /** Fields that are shown elsewhere on the page. */
  readonly except?: readonly string[];
  /** Where its documents are given to this reader. */
  readonly filesAt?: string;
}

/** All that a file says, section by section. */
export function ApplicationAnswers({ application, except = [], filesAt }: ApplicationAnswersProps) {
  const { t } = useTranslation('applications');
  const { form, shown, lots, lotsOffered } = application;
  return (
    <div className="stack">
      {lotsOffered.length > 0 && lots.length > 0 && !except.includes('lots') ? (
        <Panel id="answered-lots" title={t('lots.title')}>
          <ol>
            {lots.map((id) => (
              <li key={id}>{lotsOffered.find((lot) => lot.id === id)?.name}</li>
            ))}
          </ol>
        </Panel>
      ) : null}
      {form.map((section) => (
        <Panel key={section.id} id={`answered-${section.id}`} title={sectionTitle(section, t('documents'))}>
          <div className="stack">
            {section.questions
              .filter(({ id }) => shown.includes(id) && !except.includes(id))
              .map((question) => (
                <div key={question.id} id={`answer-${question.id}`} className="application-answered" tabIndex={-1}>
                  <h3>{question.label}</h3>
                  <AnswerWords application={application} question={question} filesAt={filesAt} />
                </div>
              ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}
