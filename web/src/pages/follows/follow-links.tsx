import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { FollowManager } from '../../features/follows/follow-manager';
import { deskByLink, readFollowsByLink } from '../../features/follows/follows.queries';
import { usePageTitle } from '../../lib/page-title';
import { useFragmentToken } from '../../session/fragment-token';
import { ActButton } from '../../ui/act-button';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { MissingToken } from '../account/missing-token';

/** Where the message that asks leads: a press says yes, so that a program that opens links does not. */
export function ConfirmFollowPage() {
  const { t } = useTranslation('follows');
  const token = useFragmentToken();
  usePageTitle(t('confirm.title'));
  const [confirmed, setConfirmed] = useState<{ readonly title: string; readonly manageToken: string } | null>(null);
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('confirm.title')}</h1>
      {token === null ? <MissingToken action={<LinkButton to="/lieux">{t('manage.find')}</LinkButton>} /> : null}
      {token !== null && confirmed === null ? (
        <>
          <p className="lead">{t('confirm.lead')}</p>
          <Form
            submit={t('confirm.submit')}
            onSend={async () => {
              const { follow, manageToken } = await unwrap(api.POST('/api/follows/confirm', { body: { token } }));
              setConfirmed({ title: follow.title, manageToken });
            }}
          />
        </>
      ) : null}
      {confirmed === null ? null : (
        <Notice
          tone="good"
          role="status"
          title={t('confirm.doneTitle')}
          actions={
            <LinkButton to="/suivre/gerer" hash={confirmed.manageToken} look="primary">
              {t('done.see')}
            </LinkButton>
          }
        >
          <p>{t('confirm.done', { title: confirmed.title })}</p>
        </Notice>
      )}
    </div>
  );
}

/** Where every message leads: all that its address follows. */
export function ManageFollowsPage() {
  const { t } = useTranslation('follows');
  const token = useFragmentToken();
  usePageTitle(t('manage.title'));
  const [isErased, setErased] = useState(false);
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('manage.title')}</h1>
      {token === null ? <MissingToken action={<LinkButton to="/mon-compte/suivis">{t('manage.account')}</LinkButton>} /> : null}
      {isErased ? (
        <Notice tone="good" role="status" title={t('manage.erasedTitle')}>
          <p>{t('manage.erased')}</p>
        </Notice>
      ) : null}
      {token !== null && !isErased ? (
        <>
          <p className="lead">{t('manage.lead')}</p>
          <FollowManager
            queryKey={['follows', 'link', token]}
            read={(signal) => readFollowsByLink(token, signal)}
            desk={deskByLink(token)}
            erase={
              <ActButton
                label={t('manage.erase')}
                title={t('manage.erase')}
                submit={t('manage.eraseSubmit')}
                onSend={async () => {
                  await unwrap(api.POST('/api/follows/erase', { body: { token } }));
                  setErased(true);
                }}
              >
                <p>{t('manage.eraseText')}</p>
              </ActButton>
            }
          />
        </>
      ) : null}
    </div>
  );
}

/** Where the “unsubscribe” of a message leads whoever opens it rather than presses it: one button. */
export function StopFollowPage() {
  const { t } = useTranslation('follows');
  const token = useFragmentToken();
  usePageTitle(t('stop.title'));
  const [isStopped, setStopped] = useState(false);
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('stop.title')}</h1>
      {token === null ? <MissingToken action={<LinkButton to="/lieux">{t('manage.find')}</LinkButton>} /> : null}
      {isStopped ? (
        <Notice tone="good" role="status" title={t('stop.doneTitle')}>
          <p>{t('stop.done')}</p>
        </Notice>
      ) : null}
      {token !== null && !isStopped ? (
        <>
          <p className="lead">{token.startsWith('a') ? t('stop.leadAll') : t('stop.lead')}</p>
          <Form
            submit={t('stop.submit')}
            onSend={async () => {
              await unwrap(api.POST('/api/unsubscribe/{token}', { params: { path: { token } } }));
              setStopped(true);
            }}
          />
        </>
      ) : null}
    </div>
  );
}
