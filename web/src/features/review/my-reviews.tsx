import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { ReadingBadge } from './review-words';
import { myReviews, type MyReviews } from './review.queries';

type Mine = MyReviews['items'][number];

/** One jury: the invitation, or the files in the order that chance gave this reader. */
export function MyReview({ review }: { readonly review: Mine }) {
  const { t } = useTranslation('review');
  const { call, readings, dueOn, state, chair, revealedAt, reviewerId } = review;
  const said = { owner: call.owner.name, function: review.function, day: formatDay(dueOn, currentLanguage()) };
  const asked = readings.filter((reading) => reading.state !== 'conflict_declared');
  const done = asked.filter((reading) => reading.state === 'locked' || reading.state === 'revealed');
  return (
    <Panel id={`review-${reviewerId}`} title={call.title} tone={state === 'invited' ? 'amber' : 'plain'}>
      <div className="stack">
        {state === 'invited' ? <Invitation reviewerId={reviewerId}>{t('mine.invited', said)}</Invitation> : null}
        {state === 'removed' ? <p>{t('mine.replaced')}</p> : null}
        {state === 'accepted' ? (
          <>
            <p>{t('mine.as', said)}</p>
            <p>
              <strong>{t('mine.done', { done: done.length, asked: asked.length })}</strong>
              {revealedAt === null ? null : ` · ${t('mine.revealed')}`}
            </p>
            <ol className="review-files">
              {readings.map((reading) => (
                <li key={reading.id}>
                  <Link to="/evaluations/$readingId" params={{ readingId: reading.id }}>
                    {reading.number} — {reading.organisation}
                  </Link>
                  <ReadingBadge state={reading.state} />
                </li>
              ))}
            </ol>
            <p className="field-help">{t('mine.order')}</p>
            {chair ? (
              <div className="form-actions">
                <LinkButton to="/mes-appels/$callId/evaluation" params={{ callId: call.id }}>
                  {t('mine.chairDesk')}
                </LinkButton>
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </Panel>
  );
}

function Invitation({ reviewerId, children }: { readonly reviewerId: string; readonly children: string }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const answer = async (accepts: boolean) => {
    const all = await unwrap(api.POST('/api/reviewers/{id}/answer', { params: { path: { id: reviewerId } }, body: { accepts } }));
    client.setQueryData(myReviews().queryKey, all);
  };
  return (
    <>
      <p>{children}</p>
      {/* Side by side: a form within a form would send both. */}
      <Form submit={t('mine.accept')} onSend={() => answer(true)} />
      <div className="form-actions">
        <ActButton label={t('mine.decline')} look="quiet" title={t('mine.decline')} submit={t('mine.decline')} onSend={() => answer(false)}>
          <p>{t('mine.declineText')}</p>
        </ActButton>
      </div>
    </>
  );
}
