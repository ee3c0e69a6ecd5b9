import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { Form } from '../../ui/form/form';
import { Notice } from '../../ui/notice';
import { peopleChanged } from './members.queries';

interface SecondFactorRuleProps {
  readonly organisationId: string;
  readonly isRequired: boolean;
  /** The reader has one: asking it of others without having it would shut oneself out. */
  readonly mineIsOn: boolean;
}

export function SecondFactorRule({ organisationId, isRequired, mineIsOn }: SecondFactorRuleProps) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  return (
    <div className="stack">
      <p>{isRequired ? t('rule.on') : t('rule.off')}</p>
      {isRequired || mineIsOn ? null : <Notice tone="warning" title={t('rule.mineFirst')} />}
      <Form
        submit={isRequired ? t('rule.lift') : t('rule.require')}
        submitLook="secondary"
        onSend={async () => {
          const body = { required: !isRequired };
          await done(api.POST('/api/organisations/{id}/second-factor-rule', { params: { path: { id: organisationId } }, body }));
          await peopleChanged(client, organisationId);
        }}
      />
    </div>
  );
}
