import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { peopleChanged, type Role } from './members.queries';
import { RoleField } from './role-field';

interface Concerned {
  readonly organisationId: string;
  readonly accountId: string;
  readonly name: string;
}

export function ChangeRole({ organisationId, accountId, name, role }: Concerned & { readonly role: Role }) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  return (
    <ActButton
      label={t('changeRole.label')}
      about={name}
      title={t('changeRole.title', { name })}
      submit={t('changeRole.submit')}
      onSend={async (answers) => {
        const body = { role: answers['role'] as Role };
        await done(api.PATCH('/api/organisations/{id}/members/{accountId}', { params: { path: { id: organisationId, accountId } }, body }));
        await peopleChanged(client, organisationId);
      }}
    >
      <RoleField defaultValue={role} />
    </ActButton>
  );
}

export function RemoveMember({ organisationId, accountId, name }: Concerned) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  return (
    <ActButton
      label={t('remove.label')}
      about={name}
      look="quiet"
      title={t('remove.title', { name })}
      submit={t('remove.submit')}
      onSend={async () => {
        await done(api.DELETE('/api/organisations/{id}/members/{accountId}', { params: { path: { id: organisationId, accountId } } }));
        await peopleChanged(client, organisationId);
      }}
    >
      <p>{t('remove.text', { name })}</p>
    </ActButton>
  );
}

export function TransferAdministration({ organisationId, accountId, name }: Concerned) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  return (
    <ActButton
      label={t('transfer.label')}
      about={name}
      look="quiet"
      title={t('transfer.title', { name })}
      submit={t('transfer.submit')}
      onSend={async () => {
        await done(api.POST('/api/organisations/{id}/transfer', { params: { path: { id: organisationId } }, body: { accountId } }));
        await peopleChanged(client, organisationId);
      }}
    >
      <p>{t('transfer.text', { name })}</p>
    </ActButton>
  );
}
