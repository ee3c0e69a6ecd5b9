import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ImportList } from '../../features/site-imports/import-list';
import { ImportUpload } from '../../features/site-imports/import-upload';
import { usePageTitle } from '../../lib/page-title';
import type { Me } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';

/** The organisations whose places the person may write, the one they act for first. */
function owners({ memberships, actingFor }: Pick<Me, 'memberships' | 'actingFor'>) {
  return memberships
    .filter(({ kind, role, state }) => kind === 'public_owner' && (role === 'editor' || role === 'administrator') && state !== 'suspended')
    .sort((a, b) => Number(b.organisationId === actingFor) - Number(a.organisationId === actingFor))
    .map(({ organisationId, name }) => ({ id: organisationId, name }));
}

export function NewImportPage() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  usePageTitle(t('title'));
  return (
    <RequireSignIn>
      {(who) => {
        const organisations = owners(who);
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('title')}</h1>
              <p className="lead">{t('lead')}</p>
            </header>
            {organisations.length === 0 ? (
              <EmptyState
                title={t('noOrganisation.title')}
                actions={
                  <LinkButton to="/organisations" look="primary">
                    {t('noOrganisation.act')}
                  </LinkButton>
                }
              >
                <p>{t('noOrganisation.text')}</p>
              </EmptyState>
            ) : (
              <ImportUpload
                organisations={organisations}
                onSent={({ id }) => void navigate({ to: '/mes-lieux/import/$importId', params: { importId: id } })}
              />
            )}
            <Disclosure summary={t('advice.title')}>
              <ul className="import-found">
                <li>{t('advice.where')}</li>
                <li>{t('advice.identifier')}</li>
                <li>{t('advice.lists')}</li>
                <li>{t('advice.kept')}</li>
              </ul>
            </Disclosure>
            {organisations.map(({ id, name }) => (
              <Panel key={id} id={`imports-${id}`} title={t('list.title', { name })}>
                <ImportList organisationId={id} />
              </Panel>
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
