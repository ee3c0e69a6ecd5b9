import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { EmailField, SelectField, TextAreaField } from '../../ui/form/fields';
import { type Review, reviewOf } from './review.queries';

/** Who reads, how far each is, which links were declared; nobody's scores. */
export function JuryPanel({ review }: { readonly review: Review }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const { call, reviewers, applications, jury, actions } = review;
  const keep = (answer: Review) => client.setQueryData(reviewOf(call.id).queryKey, answer);
  const nameOf = (id: string) => applications.find((one) => one.id === id)?.organisation ?? '';
  return (
    <Panel id="jury" title={t('desk.jury')}>
      <div className="stack">
        <p>{t('desk.juryText')}</p>
        <ul className="row-list">
          {reviewers.map((reviewer) => {
            const name = reviewer.name ?? reviewer.email;
            return (
              <li key={reviewer.id} className="row">
                <div className="row-words">
                  <p>
                    <span className="row-title">{name}</span>{' '}
                    <Badge tone={reviewer.state === 'accepted' ? 'moss' : 'neutral'}>{t(`reviewerState.${reviewer.state}`)}</Badge>
                  </p>
                  <p>
                    {reviewer.function}
                    {reviewer.chair ? ` (${t('desk.chair')})` : ''}
                  </p>
                  {reviewer.state === 'accepted' ? (
                    <p className="numeric">{t('desk.progress', { done: reviewer.done, asked: reviewer.asked })}</p>
                  ) : null}
                  {reviewer.links.map(({ applicationId, reason }) => (
                    <p key={applicationId}>{t('desk.links', { organisation: nameOf(applicationId), reason })}</p>
                  ))}
                </div>
                {(reviewer.state === 'accepted' || reviewer.state === 'invited') && canReplace(review) ? (
                  <div>
                    <ActButton
                      label={t('desk.remove')}
                      about={name}
                      look="quiet"
                      title={t('desk.removeTitle', { name })}
                      submit={t('desk.remove')}
                      onSend={async (answers) =>
                        keep(
                          await unwrap(
                            api.POST('/api/calls/{id}/review/reviewers/{reviewerId}/remove', {
                              params: { path: { id: call.id, reviewerId: reviewer.id } },
                              body: { reason: answers['reason'] ?? '' },
                            }),
                          ),
                        )
                      }
                    >
                      <p>{t('desk.removeText')}</p>
                      <TextAreaField name="reason" label={t('desk.reason')} rows={2} maxLength={1000} />
                    </ActButton>
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
        {actions.inviteReviewer === null ? (
          <div className="form-actions">
            <ActButton
              label={t('desk.invite')}
              look="primary"
              title={t('desk.invite')}
              submit={t('desk.invite')}
              onSend={async (answers) =>
                keep(
                  await unwrap(
                    api.POST('/api/calls/{id}/review/reviewers', {
                      params: { path: { id: call.id } },
                      body: { email: answers['email'] ?? '', function: answers['function'] ?? '' },
                    }),
                  ),
                )
              }
            >
              <EmailField name="email" label={t('desk.email')} autoComplete="off" />
              <SelectField
                name="function"
                label={t('desk.function')}
                options={jury.functions.map(({ who }) => ({ value: who, label: who }))}
              />
            </ActButton>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

/** Whoever may invite may replace; the simple mode has two readers, and still lets one give way. */
function canReplace({ actions, review, call }: Review): boolean {
  const isEditor = actions.inviteReviewer === null || actions.inviteReviewer === 'review-readers-enough';
  return isEditor && call.state === 'under_review' && review?.revealedAt === null;
}
