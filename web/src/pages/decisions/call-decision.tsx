import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CallBadge } from '../../features/calls/call-words';
import { AwardEditor } from '../../features/decisions/award-editor';
import { CallPapers } from '../../features/decisions/call-papers';
import { DecisionSteps } from '../../features/decisions/decision-steps';
import { awardOf } from '../../features/decisions/decisions.queries';
import { RequireSignIn } from '../../session/require-sign-in';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { ReviewFrame } from '../review/review-frame';

const route = getRouteApi('/mes-appels/$callId/decision');

/** From the proposed award to the published results, for the owner's members. */
export function CallDecisionPage() {
  const { t } = useTranslation(['decisions', 'review']);
  const { callId } = route.useParams();
  return (
    <RequireSignIn>
      {() => (
        <ReviewFrame
          options={awardOf(callId)}
          title={() => t('decisions:award.title')}
          over={({ call }) => (
            <>
              <Link to="/mes-appels/$callId" params={{ callId }}>
                {call.title}
              </Link>{' '}
              <CallBadge state={call.state} />
            </>
          )}
        >
          {(award) =>
            award.ranking === null ? (
              <Notice
                actions={
                  <LinkButton to="/mes-appels/$callId/evaluation" params={{ callId }}>
                    {t('review:desk.toReview')}
                  </LinkButton>
                }
              >
                <p>{t('decisions:award.notYet')}</p>
              </Notice>
            ) : (
              <div className="aside-columns">
                <div className="aside-standing stack">
                  <DecisionSteps award={award} />
                  <CallPapers award={award} />
                  <LinkButton to="/mes-appels/$callId/evaluation" params={{ callId }} look="quiet">
                    {t('review:desk.toReview')}
                  </LinkButton>
                </div>
                <AwardEditor key={award.call.state} award={award} />
              </div>
            )
          }
        </ReviewFrame>
      )}
    </RequireSignIn>
  );
}
