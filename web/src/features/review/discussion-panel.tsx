import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { type Review, reviewOf } from './review.queries';

/** What was said once scores were seen, file by file, and the minutes that close the review. */
export function DiscussionPanel({ review }: { readonly review: Review }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const { call, applications, actions } = review;
  const minutes = review.review?.minutes ?? null;
  const params = { path: { id: call.id } };
  const keep = (answer: Review) => client.setQueryData(reviewOf(call.id).queryKey, answer);
  return (
    <>
      <Panel id="discussion" title={t('desk.discussion')}>
        <div className="stack">
          {applications.map(({ id, number, organisation, notes }) => (
            <div key={id}>
              <h3>
                {number} — {organisation}
              </h3>
              <ul>
                {notes.map(({ at, who, said }) => (
                  <li key={at} className="application-answer">
                    {said} — {[who, formatMoment(at, currentLanguage())].filter(Boolean).join(', ')}
                  </li>
                ))}
              </ul>
              {actions.recordDiscussion === null ? (
                <ActButton
                  label={t('desk.record')}
                  about={organisation}
                  look="quiet"
                  title={t('desk.record')}
                  submit={t('desk.record')}
                  onSend={async (answers) => {
                    const body = { applicationId: id, text: answers['text'] ?? '' };
                    keep(await unwrap(api.POST('/api/calls/{id}/review/notes', { params, body })));
                  }}
                >
                  <p>{t('desk.recordText')}</p>
                  <TextAreaField name="text" label={t('desk.said')} rows={4} maxLength={4000} />
                </ActButton>
              ) : null}
            </div>
          ))}
        </div>
      </Panel>
      <Panel id="minutes" title={t('desk.minutes')}>
        <div className="stack">
          <p>{t('desk.minutesText')}</p>
          {minutes === null ? <p>{t('desk.minutesNone')}</p> : <p className="application-answer">{minutes}</p>}
          {actions.writeMinutes === null ? (
            <div>
              <ActButton
                label={t('desk.writeMinutes')}
                title={t('desk.writeMinutes')}
                submit={t('desk.writeMinutes')}
                onSend={async (answers) =>
                  keep(await unwrap(api.POST('/api/calls/{id}/review/minutes', { params, body: { text: answers['text'] ?? '' } })))
                }
              >
                <TextAreaField name="text" label={t('desk.minutes')} rows={12} maxLength={20000} defaultValue={minutes ?? ''} />
              </ActButton>
            </div>
          ) : null}
        </div>
      </Panel>
    </>
  );
}
