import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerWords } from '../../features/applications/answers/answer-words';
import { CallBadge } from '../../features/calls/call-words';
import { ComparisonPanel } from '../../features/review/comparison-panel';
import { DiscussionPanel } from '../../features/review/discussion-panel';
import { JuryPanel } from '../../features/review/jury-panel';
import { RankingPanel } from '../../features/review/ranking-panel';
import { reviewOf } from '../../features/review/review.queries';
import { ReviewProgress } from '../../features/review/review-progress';
import { StartReview } from '../../features/review/start-review';
import { RequireSignIn } from '../../session/require-sign-in';
import { LinkButton } from '../../ui/link-button';
import { ReviewFrame } from './review-frame';

const route = getRouteApi('/mes-appels/$callId/evaluation');

/** The review of a call, for its owner and for the chair. */
export function CallReviewPage() {
  const { t } = useTranslation('review');
  const { callId } = route.useParams();
  return (
    <RequireSignIn>
      {() => (
        <ReviewFrame
          options={reviewOf(callId)}
          title={() => t('desk.title')}
          over={({ call }) => (
            <>
              <Link to="/mes-appels/$callId" params={{ callId }}>
                {call.title}
              </Link>{' '}
              <CallBadge state={call.state} />
            </>
          )}
        >
          {(review) =>
            review.review === null ? (
              <StartReview review={review} />
            ) : (
              <>
                <RankingPanel review={review} />
                <ReviewProgress review={review} />
                <JuryPanel review={review} />
                {review.actions.shortlistApplication === 'role-too-low' || review.actions.inviteReviewer === 'not-a-member' ? null : (
                  <ComparisonPanel
                    review={review}
                    answer={(file, question) => (
                      <AnswerWords
                        application={{ ...file, files: file.files.map((one) => ({ ...one, refusal: null })) }}
                        question={question}
                        filesAt={`/api/applications/${file.id}/files`}
                      />
                    )}
                  />
                )}
                {review.review.revealedAt === null ? null : (
                  <>
                    <DiscussionPanel review={review} />
                    <div className="form-actions">
                      <LinkButton to="/mes-appels/$callId/decision" params={{ callId }} look="primary">
                        {t('desk.toDecision')}
                      </LinkButton>
                    </div>
                  </>
                )}
              </>
            )
          }
        </ReviewFrame>
      )}
    </RequireSignIn>
  );
}
