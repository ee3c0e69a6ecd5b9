import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MyOrganisations } from '../../features/accounts/mine/my-organisations';
import { MyJoinRequests } from '../../features/members/my-join-requests';
import { OrganisationFinder } from '../../features/organisations/organisation-finder';
import { usePageTitle } from '../../lib/page-title';
import { me } from '../../session/me';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { useQuery } from '@tanstack/react-query';

const route = getRouteApi('/organisations');

export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  usePageTitle(t('title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { account, memberships = [] } = useQuery(me()).data ?? {};
  return (
    <div className="page stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
      </header>
      <div className="form-actions">
        <LinkButton to="/organisations/nouvelle" look="primary" icon={<Plus aria-hidden size={20} />}>
          {t('claimAction')}
        </LinkButton>
      </div>
      {memberships.length > 0 ? (
        <Panel id="mine" title={t('mine')}>
          <MyOrganisations memberships={memberships} />
        </Panel>
      ) : null}
      {account ? <MyJoinRequests /> : null}
      <section className="stack" aria-labelledby="find-title">
        <h2 id="find-title">{t('find.title')}</h2>
        <OrganisationFinder search={search} onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })} />
      </section>
    </div>
  );
}
