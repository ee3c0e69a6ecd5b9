import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplicationAnswers } from '../../features/applications/application-answers';
import { ReviewPanel } from '../../features/applications/review-panel';
import { LinkButton } from '../../ui/link-button';
import { ApplicationLoader } from './application-loader';

const route = getRouteApi('/mes-candidatures/$applicationId/verifier');

/** What is missing, the whole file to read again, and its filing. */
export function ApplicationReviewPage() {
  const { t } = useTranslation('applications');
  const { applicationId } = route.useParams();
  const navigate = useNavigate();
  const params = { applicationId };
  return (
    <ApplicationLoader applicationId={applicationId} heading={t('review.title')}>
      {(application) => (
        <>
          <ReviewPanel application={application} onFiled={() => void navigate({ to: '/mes-candidatures/$applicationId/recu', params })} />
          <div className="form-actions">
            <LinkButton to="/mes-candidatures/$applicationId" params={params}>
              {t('review.back')}
            </LinkButton>
          </div>
          <ApplicationAnswers application={application} />
        </>
      )}
    </ApplicationLoader>
  );
}
