import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { ErrorState } from '../../../ui/error-state';
import { TextAreaField } from '../../../ui/form/fields';
import { Skeleton } from '../../../ui/skeleton';
import { RoleWords } from './role-words';
import { type AgentRoleView, rolesToCheck } from './roles.queries';

/** Roles that organisations declare for places and that nobody has looked at yet, the oldest first. */
export function RolesQueue() {
  const { t } = useTranslation(['roles', 'common']);
  const roles = useInfiniteQuery(rolesToCheck());
  if (roles.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (roles.isError) return <ErrorState level={3} error={roles.error} onRetry={() => void roles.refetch()} />;
  const items = roles.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p>{t('roles:queue.none')}</p>;
  return (
    <div className="stack">
      <ul className="row-list">
        {items.map((role) => (
          <RoleToCheck key={role.id} role={role} />
        ))}
      </ul>
      {roles.hasNextPage ? (
        <Button disabled={roles.isFetchingNextPage} onClick={() => void roles.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

function RoleToCheck({ role }: { readonly role: AgentRoleView }) {
  const { t } = useTranslation('roles');
  const client = useQueryClient();
  const { id, site, organisation, version, actions } = role;
  const name = `${organisation.name} — ${site.name}`;
  const params = { path: { id } };
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
            {site.name}
          </Link>
        </p>
        <p>
          <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
            {organisation.name}
          </Link>
        </p>
        <RoleWords role={role} />
        {actions.checkAgentRole === 'own-organisation' ? <p className="field-help">{t('queue.own')}</p> : null}
      </div>
      {actions.checkAgentRole === null ? (
        <ActButton
          label={t('queue.check')}
          about={name}
          title={name}
          submit={t('queue.check')}
          onSend={async () => {
            await done(api.POST('/api/agent-roles/{id}/check', { params, body: { version } }));
            await client.invalidateQueries();
          }}
        >
          <p>{t('queue.checkText', { organisation: organisation.name })}</p>
        </ActButton>
      ) : null}
      {actions.refuseAgentRole === null ? (
        <ActButton
          label={t('queue.refuse')}
          about={name}
          look="quiet"
          title={name}
          submit={t('queue.refuse')}
          onSend={async ({ reason = '' }) => {
            await done(api.POST('/api/agent-roles/{id}/refuse', { params, body: { version, reason } }));
            await client.invalidateQueries();
          }}
        >
          <TextAreaField name="reason" label={t('queue.reason')} help={t('queue.reasonHelp')} maxLength={500} />
        </ActButton>
      ) : null}
    </li>
  );
}
