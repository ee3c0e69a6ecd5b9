import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { SelectField } from '../../ui/form/fields';
import { useKeepAgreement } from './agreements.queries';

interface BeginAgreementProps {
  readonly applicationId: string;
  /** The places it was filed for; one agreement is about one of them. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

/** From a file that was chosen to the draft of its agreement. */
export function BeginAgreement({ applicationId, places }: BeginAgreementProps) {
  const { t } = useTranslation('agreements');
  const keep = useKeepAgreement();
  const navigate = useNavigate();
  return (
    <div className="form-actions">
      <ActButton
        look="primary"
        label={t('begin')}
        title={t('begin')}
        submit={t('begin')}
        onSend={async (answers) => {
          const siteId = answers['siteId'];
          const { id } = await keep(unwrap(api.POST('/api/agreements', { body: { applicationId, ...(siteId ? { siteId } : {}) } })));
          await navigate({ to: '/conventions/$agreementId', params: { agreementId: id } });
        }}
      >
        <p>{t('beginText')}</p>
        {places.length > 1 ? (
          <SelectField name="siteId" label={t('which')} options={places.map(({ id, name }) => ({ value: id, label: name }))} />
        ) : null}
      </ActButton>
    </div>
  );
}
