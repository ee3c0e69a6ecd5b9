import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { TextAreaField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';

/** After a refusal: another proof, and the request is before the moderators again. */
export function ClaimAgain({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('organisations');
  const client = useQueryClient();
  return (
    <Form
      submit={t('claim.submit')}
      submitLook="secondary"
      onSend={async ({ proof = '' }) => {
        await done(api.POST('/api/organisations/{id}/claim', { params: { path: { id: organisationId } }, body: { proof } }));
        await client.invalidateQueries();
      }}
    >
      <TextAreaField name="proof" label={t('field.proof')} help={t('field.proofHelp')} rows={5} maxLength={4000} />
    </Form>
  );
}
