import { useTranslation } from 'react-i18next';
import { DeskAgreements } from '../../features/agreements/desk-agreements';
import { OwnerTasks } from '../../features/instruction/owner-desk';
import { DeskReviews } from '../../features/review/desk-reviews';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { LinkButton } from '../../ui/link-button';

/** What is waiting on the reader: as an agent of public owners, the one they act for first; in juries; in the agreements of their organisations. */
export function OwnerDeskPage() {
  const { t } = useTranslation('instruction');
  usePageTitle(t('desk.title'));
  return (
    <RequireSignIn>
      {({ memberships, actingFor }) => {
        const owners = memberships
          .filter(({ kind, role }) => kind === 'public_owner' && role !== 'reviewer')
          .sort((a, b) => Number(b.organisationId === actingFor) - Number(a.organisationId === actingFor));
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('desk.title')}</h1>
              <p className="lead">{t('desk.lead')}</p>
            </header>
            {owners.length === 0 ? (
              <div className="stack">
                <p>{t('desk.noOwnerText')}</p>
                <LinkButton to="/mes-candidatures" look="primary">
                  {t('desk.applications')}
                </LinkButton>
              </div>
            ) : null}
            {owners.map(({ organisationId, name }) => (
              <OwnerTasks key={organisationId} organisationId={organisationId} name={name} />
            ))}
            <DeskReviews>
              <div className="form-actions">
                <LinkButton to="/evaluations">{t('desk.reviews')}</LinkButton>
              </div>
            </DeskReviews>
            {memberships.map(({ organisationId, name }) => (
              <DeskAgreements key={organisationId} organisationId={organisationId} title={t('desk.agreementsOf', { name })}>
                <div className="form-actions">
                  <LinkButton to="/conventions">{t('desk.agreements')}</LinkButton>
                </div>
              </DeskAgreements>
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
