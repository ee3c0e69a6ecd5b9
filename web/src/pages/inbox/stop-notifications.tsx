import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { usePageTitle } from '../../lib/page-title';
import { useFragmentToken } from '../../session/fragment-token';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { MissingToken } from '../account/missing-token';

/** Where the “unsubscribe” of a letter leads whoever opens it rather than presses it: one button. */
export function StopNotificationsPage() {
  const { t } = useTranslation('inbox');
  const token = useFragmentToken();
  usePageTitle(t('stop.title'));
  const [isStopped, setStopped] = useState(false);
  const settings = <LinkButton to="/mes-notifications/reglages">{t('settings.title')}</LinkButton>;
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('stop.title')}</h1>
      {token === null ? <MissingToken action={settings} /> : null}
      {isStopped ? (
        <Notice tone="good" role="status" title={t('stop.doneTitle')} actions={settings}>
          <p>{t('stop.done')}</p>
        </Notice>
      ) : null}
      {token !== null && !isStopped ? (
        <>
          <p className="lead">{token.startsWith('all-') ? t('stop.leadAll') : t('stop.lead')}</p>
          <Form
            submit={t('stop.submit')}
            onSend={async () => {
              await unwrap(api.POST('/api/unsubscribe/inbox/{token}', { params: { path: { token } } }));
              setStopped(true);
            }}
          />
        </>
      ) : null}
    </div>
  );
}
