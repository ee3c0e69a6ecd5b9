import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toNeed } from '../../features/matching/need/need-body';
import { readDraft } from '../../features/matching/need/need-draft';
import { isBlank, type NeedSearch } from '../../features/matching/need/need-search';
import { NeedSummary } from '../../features/matching/results/need-summary';
import { NewProjectForm } from '../../features/projects/new-project-form';
import { usePageTitle } from '../../lib/page-title';
import type { Account, Me } from '../../session/me';
import { EmailNeeded } from '../../session/email-needed';
import { RequireSignIn } from '../../session/require-sign-in';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { useTerritoryNames } from '../need-territories';
import { canWrite, essOrganisations } from './my-organisations';

const route = getRouteApi('/mes-projets/nouveau');

/** A need tried without an account becomes a project. The address carries it through sign-in; the tab keeps it meanwhile. */
export function NewProjectPage() {
  const { t } = useTranslation('projects');
  usePageTitle(t('new.title'));
  const given = route.useSearch({ select: ({ lang: _lang, ...asked }) => asked });
  const need = isBlank(given) ? readDraft() : given;
  return <RequireSignIn>{(who) => <NewProject who={who} need={need} />}</RequireSignIn>;
}

function NewProject({ who, need }: { readonly who: Me & { readonly account: Account }; readonly need: NeedSearch }) {
  const { t } = useTranslation('projects');
  const navigate = route.useNavigate();
  const names = useTerritoryNames(need.in);
  const organisations = essOrganisations(who).filter(canWrite);
  return (
    <div className="page stack narrow">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('new.title')}</h1>
        <p className="lead">{t('new.lead')}</p>
      </header>
      <NeedSummary need={need} territoryNames={names} />
      {who.account.emailVerified ? null : <EmailNeeded />}
      {organisations.length === 0 ? (
        <Notice
          tone="warning"
          title={t('noOrganisation.title')}
          actions={
            <LinkButton to="/organisations" look="primary" size="small">
              {t('noOrganisation.act')}
            </LinkButton>
          }
        >
          <p>{t('noOrganisation.keeps')}</p>
        </Notice>
      ) : (
        <NewProjectForm
          need={toNeed(need)}
          organisations={organisations.map(({ organisationId, name }) => ({ id: organisationId, name }))}
          onSaved={(projectId) => navigate({ to: '/mes-projets/$projectId', params: { projectId }, search: {} })}
        />
      )}
    </div>
  );
}
