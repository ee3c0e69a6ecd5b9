import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { isModerator, type Me } from '../../../session/me';
import { ActButton } from '../../../ui/act-button';
import { Badge } from '../../../ui/badge';
import { Panel } from '../../../ui/card';
import { ErrorState } from '../../../ui/error-state';
import { TextAreaField } from '../../../ui/form/fields';
import { RefusalNote } from '../../../ui/refusal-note';
import { Skeleton } from '../../../ui/skeleton';
import { DeclareRole } from './declare-role';
import { RoleWords } from './role-words';
import { type AgentRoleView, rolesOfPlace } from './roles.queries';

const TONES = { declared: 'amber', checked: 'moss', refused: 'brick', ended: 'neutral' } as const;

interface PlaceRolesProps {
  readonly site: { readonly id: string; readonly name: string };
  readonly who: Me;
}

/** For members of public owners and for moderators: who speaks for the place, with what proof. Nobody else sees it. */
export function PlaceRoles({ site, who }: PlaceRolesProps) {
  const owners = who.memberships.filter(({ kind }) => kind === 'public_owner');
  if (owners.length === 0 && !isModerator(who.account)) return null;
  const writers = owners
    .filter(({ role, state }) => (role === 'editor' || role === 'administrator') && state !== 'suspended')
    .map(({ organisationId, name }) => ({ id: organisationId, name }))
    .sort((a, b) => Number(b.id === who.actingFor) - Number(a.id === who.actingFor));
  return <Roles site={site} isOwner={owners.length > 0} writers={writers} />;
}

interface RolesProps extends Pick<PlaceRolesProps, 'site'> {
  readonly isOwner: boolean;
  readonly writers: readonly { readonly id: string; readonly name: string }[];
}

function Roles({ site, isOwner, writers }: RolesProps) {
  const { t } = useTranslation(['roles', 'common']);
  const roles = useQuery(rolesOfPlace(site.id));
  return (
    <Panel id="roles" title={t('roles:title')}>
      <div className="stack">
        {isOwner ? <p>{t('roles:lead')}</p> : null}
        {roles.isPending ? <Skeleton label={t('common:loading')} lines={2} /> : null}
        {roles.isError ? <ErrorState level={3} error={roles.error} onRetry={() => void roles.refetch()} /> : null}
        {roles.data?.items.length === 0 ? <p className="field-help">{t(isOwner ? 'roles:none' : 'roles:noneModerator')}</p> : null}
        {roles.data && roles.data.items.length > 0 ? (
          <ul className="row-list">
            {roles.data.items.map((role) => (
              <RoleRow key={role.id} role={role} />
            ))}
          </ul>
        ) : null}
        {writers.length > 0 ? <DeclareRole site={site} organisations={writers} /> : isOwner ? <RefusalNote code="role-too-low" /> : null}
      </div>
    </Panel>
  );
}

function RoleRow({ role }: { readonly role: AgentRoleView }) {
  const { t } = useTranslation('roles');
  const client = useQueryClient();
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{role.organisation.name}</p>
        <RoleWords role={role} />
      </div>
      <Badge tone={TONES[role.state]}>{t(`state.${role.state}`)}</Badge>
      {role.actions.endAgentRole === null ? (
        <ActButton
          label={t('end.label')}
          about={role.organisation.name}
          look="quiet"
          title={t('end.title', { name: role.site.name })}
          submit={t('end.label')}
          onSend={async ({ reason = '' }) => {
            await done(api.POST('/api/agent-roles/{id}/end', { params: { path: { id: role.id } }, body: { reason } }));
            await client.invalidateQueries({ queryKey: ['sites'] });
          }}
        >
          <p>{t('end.text')}</p>
          <TextAreaField name="reason" label={t('end.reason')} maxLength={500} />
        </ActButton>
      ) : null}
    </li>
  );
}
