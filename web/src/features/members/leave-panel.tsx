import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { CheckField } from '../../ui/form/choice-fields';
import { peopleChanged } from './members.queries';

interface LeavePanelProps {
  readonly organisationId: string;
  readonly name: string;
}

export function LeavePanel({ organisationId, name }: LeavePanelProps) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const router = useRouter();
  return (
    <div className="stack">
      <p>{t('leave.text')}</p>
      <div className="form-actions">
        <ActButton
          label={t('leave.label')}
          title={t('leave.title', { name })}
          submit={t('leave.submit')}
          onSend={async ({ evenIfLast }) => {
            const body = { evenIfLast: evenIfLast !== undefined };
            await done(api.POST('/api/organisations/{id}/leave', { params: { path: { id: organisationId } }, body }));
            await router.navigate({ to: '/organisations/$organisationId', params: { organisationId } });
            await peopleChanged(client, organisationId);
          }}
        >
          <p>{t('leave.consequence')}</p>
          <CheckField name="evenIfLast" hint={t('leave.lastHint')}>
            {t('leave.last')}
          </CheckField>
        </ActButton>
      </div>
    </div>
  );
}
