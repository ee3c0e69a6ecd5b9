import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../api/client';
import { UseToken } from '../../features/accounts/entry/use-token';
import { useFragmentToken } from '../../session/fragment-token';
import { me } from '../../session/me';
import { takeRememberedReturn } from '../../session/return-to';
import { LinkButton } from '../../ui/link-button';
import { EntryPage } from './entry-page';
import { MissingToken } from './missing-token';

/** Where the mail of a new account leads. */
export function VerifyEmailPage() {
  const { t } = useTranslation('session');
  const token = useFragmentToken();
  const client = useQueryClient();
  const [next] = useState(takeRememberedReturn);
  return (
    <EntryPage title={t('verify.title')}>
      {token === null ? (
        <MissingToken action={<LinkButton to="/mon-compte">{t('menu.account')}</LinkButton>} />
      ) : (
        <UseToken
          lead={t('verify.lead')}
          submit={t('verify.submit')}
          onSend={async () => {
            await done(api.POST('/api/accounts/verification/use', { body: { token } }));
            await client.invalidateQueries({ queryKey: me().queryKey });
            return { title: t('verify.doneTitle'), text: t('verify.done') };
          }}
          next={
            <LinkButton to={next ?? '/mon-compte'} look="primary">
              {t('verify.next')}
            </LinkButton>
          }
        />
      )}
    </EntryPage>
  );
}

/** Where both mails of a change of address lead. */
export function ChangeEmailPage() {
  const { t } = useTranslation('session');
  const token = useFragmentToken();
  const client = useQueryClient();
  const account = <LinkButton to="/mon-compte">{t('menu.account')}</LinkButton>;
  return (
    <EntryPage title={t('changeEmail.title')}>
      {token === null ? (
        <MissingToken action={account} />
      ) : (
        <UseToken
          lead={t('changeEmail.lead')}
          submit={t('changeEmail.submit')}
          onSend={async () => {
            const { state } = await unwrap(api.POST('/api/accounts/email-change/use', { body: { token } }));
            await client.invalidateQueries({ queryKey: me().queryKey });
            return state === 'changed'
              ? { title: t('changeEmail.doneTitle'), text: t('changeEmail.done') }
              : { title: t('changeEmail.halfTitle'), text: t('changeEmail.half') };
          }}
          next={account}
        />
      )}
    </EntryPage>
  );
}
