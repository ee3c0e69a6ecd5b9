import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { readingById, type Reading } from './review.queries';

/** Asked before anything of the file is shown. */
export function LinkDeclaration({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const params = { path: { id: reading.id } };
  const keep = (answer: Reading) => client.setQueryData(readingById(reading.id).queryKey, answer);
  return (
    <Panel id="link" title={t('reading.link')} tone="amber">
      <div className="stack">
        <p>{t('reading.linkText', { organisation: reading.organisation })}</p>
        {/* Side by side: a form within a form would send both. */}
        <Form submit={t('reading.noLink')} onSend={async () => keep(await unwrap(api.POST('/api/readings/{id}/no-link', { params })))} />
        <div className="form-actions">
          <Recusal reading={reading} />
        </div>
      </div>
    </Panel>
  );
}

export function Recusal({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  return (
    <ActButton
      label={t('reading.recuse')}
      look="quiet"
      title={t('reading.recuse')}
      submit={t('reading.recuse')}
      onSend={async (answers) => {
        const body = { reason: answers['reason'] ?? '' };
        const answer = await unwrap(api.POST('/api/readings/{id}/recuse', { params: { path: { id: reading.id } }, body }));
        client.setQueryData(readingById(reading.id).queryKey, answer);
      }}
    >
      <p>{t('reading.recuseText')}</p>
      <TextAreaField name="reason" label={t('reading.recuseReason')} help={t('reading.recuseReasonHelp')} rows={3} maxLength={1000} />
    </ActButton>
  );
}
