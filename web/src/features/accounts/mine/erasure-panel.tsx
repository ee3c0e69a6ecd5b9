import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { wrongAnswer } from '../../../api/problem';
import { forgetWhatWasRead } from '../../../session/me';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { CheckField } from '../../../ui/form/choice-fields';
import { Form } from '../../../ui/form/form';

/** Erasing an account: what goes, what stays and why, then a box to tick and the confirmation that a grave act needs. */
export function ErasurePanel() {
  const { t } = useTranslation(['account', 'common']);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack">
      <p>{t('account:erasure.text')}</p>
      <div className="form-actions">
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('account:erasure.start')}
        </Button>
      </div>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('account:erasure.title')} closeLabel={t('common:actions.close')}>
        <ErasureForm onCancel={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function ErasureForm({ onCancel }: { readonly onCancel: () => void }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const router = useRouter();
  return (
    <Form
      submit={t('erasure.submit')}
      actions={
        <Button look="quiet" onClick={onCancel}>
          {t('erasure.keep')}
        </Button>
      }
      onSend={async ({ understood }) => {
        if (understood === undefined) throw wrongAnswer('understood', t('erasure.understoodMissing'));
        await done(api.POST('/api/me/erasure'));
        await router.navigate({ to: '/compte-efface' });
        await forgetWhatWasRead(client);
      }}
    >
      <div className="prose">
        <h3>{t('erasure.goes')}</h3>
        <ul>
          <li>{t('erasure.goes1')}</li>
          <li>{t('erasure.goes2')}</li>
          <li>{t('erasure.goes3')}</li>
        </ul>
        <h3>{t('erasure.stays')}</h3>
        <ul>
          <li>{t('erasure.stays1')}</li>
          <li>{t('erasure.stays2')}</li>
        </ul>
        <p>{t('erasure.lastAdministrator')}</p>
      </div>
      <CheckField name="understood">{t('erasure.understood')}</CheckField>
    </Form>
  );
}
