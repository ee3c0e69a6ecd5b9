import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { RefusalNote } from '../../ui/refusal-note';
import { type Call, callById } from './calls.queries';

/** Questions and answers published to all; asking and answering, for those who may. */
export function CallQuestions({ call }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const keep = async (answer: Promise<Call>) => client.setQueryData(callById(call.id).queryKey, await answer);
  const { questions, actions } = call;
  const mayAnswer = actions.answerOnCall === null;
  return (
    <Panel id="questions" title={t('section.questions')}>
      <div className="stack">
        <p>{t('questions.lead')}</p>
        {questions.length === 0 ? <p>{t('questions.none')}</p> : null}
        <ul className="row-list">
          {questions.map(({ id, question, answer, askedAt, answeredAt }) => (
            <li className="row" key={id}>
              <div className="row-words">
                <p className="row-title written">{question}</p>
                {answer === null ? (
                  <p>{t('questions.waiting', { day: formatInstantDay(askedAt, currentLanguage()) })}</p>
                ) : (
                  <>
                    <p className="written">{answer}</p>
                    <p className="call-help">
                      {t('questions.answered', { day: formatInstantDay(answeredAt ?? askedAt, currentLanguage()) })}
                    </p>
                  </>
                )}
                {answer === null && mayAnswer ? (
                  <ActButton
                    label={t('questions.answer')}
                    about={question}
                    look="primary"
                    title={t('questions.answerTitle')}
                    submit={t('questions.publish')}
                    onSend={(answers) =>
                      keep(
                        unwrap(
                          api.POST('/api/calls/{id}/questions/{questionId}/answer', {
                            params: { path: { id: call.id, questionId: id } },
                            body: { question: answers['question'] ?? '', answer: answers['answer'] ?? '' },
                          }),
                        ),
                      )
                    }
                  >
                    <p>{t('questions.answerText')}</p>
                    <TextAreaField name="question" label={t('questions.asPublished')} rows={3} maxLength={2000} defaultValue={question} />
                    <TextAreaField name="answer" label={t('questions.theAnswer')} rows={5} maxLength={5000} />
                  </ActButton>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
        {actions.askOnCall === null && call.inside === null ? (
          <div>
            <ActButton
              label={t('questions.ask')}
              title={t('questions.ask')}
              submit={t('questions.send')}
              onSend={(answers) =>
                keep(
                  unwrap(
                    api.POST('/api/calls/{id}/questions', {
                      params: { path: { id: call.id } },
                      body: { question: answers['question'] ?? '' },
                    }),
                  ),
                )
              }
            >
              <p>{t('questions.askText')}</p>
              <TextAreaField name="question" label={t('questions.yours')} rows={4} maxLength={2000} />
            </ActButton>
          </div>
        ) : actions.askOnCall === 'sign-in-needed' ? (
          <RefusalNote code="sign-in-needed">{t('questions.signIn')}</RefusalNote>
        ) : null}
      </div>
    </Panel>
  );
}
