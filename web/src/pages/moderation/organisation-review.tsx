import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Decisions } from '../../features/moderation/decisions';
import { organisationToReview, QUEUES } from '../../features/moderation/moderation.queries';
import { ModeratorPage } from '../../features/moderation/moderator-page';
import { RegisterChecks } from '../../features/moderation/register-checks';
import { OrganisationState } from '../../features/organisations/organisation-state';
import { organisationById } from '../../features/organisations/organisations.queries';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/moderation/organisations/$organisationId');

/** One organisation before a decision: what was declared, what the register says, what the person wrote. */
export function OrganisationReviewPage() {
  const { t } = useTranslation(['moderation', 'common']);
  const { organisationId } = route.useParams();
  const organisation = useQuery(organisationById(organisationId));
  const state = QUEUES.find((queue) => queue === organisation.data?.inside?.state) ?? null;
  const review = useQuery(organisationToReview(organisationId, state));
  return (
    <ModeratorPage title={organisation.data?.name ?? t('moderation:title')}>
      <div>
        <LinkButton to="/moderation" look="quiet" size="small" icon={<ArrowLeft aria-hidden size={18} />}>
          {t('moderation:review.back')}
        </LinkButton>
      </div>
      {organisation.isPending ? <Skeleton label={t('common:loading')} shape="page" lines={6} /> : null}
      {organisation.isError ? <ErrorState error={organisation.error} onRetry={() => void organisation.refetch()} /> : null}
      {organisation.data ? (
        <>
          <OrganisationState organisation={organisation.data} />
          {review.data ? (
            <Panel id="compare" title={t('moderation:review.compare')}>
              <RegisterChecks review={review.data} />
            </Panel>
          ) : null}
          <Panel id="proof" title={t('moderation:review.proof')}>
            <p className="quoted">{organisation.data.inside?.proof ?? t('moderation:review.noProof')}</p>
          </Panel>
          <Panel id="decide" title={t('moderation:review.decide')}>
            <Decisions organisationId={organisationId} name={organisation.data.name} actions={organisation.data.actions} />
          </Panel>
        </>
      ) : null}
    </ModeratorPage>
  );
}
