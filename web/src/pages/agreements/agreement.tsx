import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AgreementHistory } from '../../features/agreements/agreement-history';
import { agreementById } from '../../features/agreements/agreements.queries';
import { ConditionsPanel } from '../../features/agreements/conditions-panel';
import { ReportsPanel } from '../../features/agreements/reports-panel';
import { StandingPanel } from '../../features/agreements/standing-panel';
import { TalkPanel } from '../../features/agreements/talk-panel';
import { TermsForm } from '../../features/agreements/terms-form';
import { TermsSheet } from '../../features/agreements/terms-sheet';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../features/agreements/agreements.css';

const route = getRouteApi('/conventions/$agreementId');

/** One agreement, for whichever side reads it: where it stands, its text, what is to be proved, what is said. */
export function AgreementPage() {
  const { agreementId } = route.useParams();
  return <RequireSignIn>{() => <Loaded key={agreementId} id={agreementId} />}</RequireSignIn>;
}

function Loaded({ id }: { readonly id: string }) {
  const { t } = useTranslation(['agreements', 'common', 'errors']);
  const { data: agreement, error, isPending, refetch } = useQuery(agreementById(id));
  usePageTitle(agreement ? `${agreement.place.name} — ${t('agreements:title')}` : error ? t('errors:pageTitle') : undefined);
  if (isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (error)
    return (
      <div className="page">
        <ErrorState level={1} error={error} onRetry={() => void refetch()} />
      </div>
    );
  const { place, owner, occupant, application, actions } = agreement;
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/conventions">{t('agreements:title')}</Link> ·{' '}
          <Link to="/mes-candidatures/$applicationId" params={{ applicationId: application.id }}>
            {application.number ?? application.title}
          </Link>
        </p>
        <h1 tabIndex={-1}>{place.name}</h1>
        <p className="lead">{t('agreements:between', { owner: owner.name, occupant: occupant.name })}</p>
      </header>
      <StandingPanel agreement={agreement} />
      {actions.updateAgreement === null ? <TermsForm agreement={agreement} /> : <TermsSheet agreement={agreement} />}
      {actions.updateAgreement === null ? null : <ConditionsPanel agreement={agreement} />}
      <ReportsPanel agreement={agreement} />
      <TalkPanel agreement={agreement} />
      <AgreementHistory id={id} />
    </div>
  );
}
