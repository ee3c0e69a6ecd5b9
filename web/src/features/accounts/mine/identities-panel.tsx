import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../../api/client';
import { formatInstantDay } from '../../../lib/format';
import type { Me } from '../../../session/me';
import { currentLanguage } from '../../../text/i18n';
import { ActButton } from '../../../ui/act-button';
import { Panel } from '../../../ui/card';
import { ErrorState } from '../../../ui/error-state';
import { Form } from '../../../ui/form/form';
import { Skeleton } from '../../../ui/skeleton';
import { myIdentities, type MyIdentity } from './identities.queries';

/** The accounts elsewhere that open this one. Nothing to show where no provider is configured and none was ever linked. */
export function IdentitiesPanel({ provider }: { readonly provider: Me['signInWays']['oidc'] }) {
  const { t } = useTranslation(['account', 'common']);
  const identities = useQuery(myIdentities());
  const items = identities.data?.items ?? [];
  if (provider === null && items.length === 0) return null;
  return (
    <Panel id="identities" title={t('account:identities.title')}>
      <div className="stack">
        <p>{t('account:identities.text')}</p>
        {identities.isPending ? <Skeleton label={t('common:loading')} lines={1} /> : null}
        {identities.isError ? <ErrorState level={3} error={identities.error} onRetry={() => void identities.refetch()} /> : null}
        {items.length > 0 ? (
          <ul className="row-list">
            {items.map((identity) => (
              <IdentityRow key={identity.id} identity={identity} name={nameOf(identity, provider)} />
            ))}
          </ul>
        ) : null}
        {provider !== null && identities.isSuccess && items.length === 0 ? (
          <Form
            submit={t('account:identities.link', { name: provider.name })}
            submitLook="secondary"
            onSend={async () => {
              const { url } = await unwrap(api.POST('/api/me/identities'));
              location.assign(url);
            }}
          />
        ) : null}
      </div>
    </Panel>
  );
}

function IdentityRow({ identity, name }: { readonly identity: MyIdentity; readonly name: string }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const language = currentLanguage();
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{name}</p>
        <p className="field-help">
          {t('identities.times', {
            linked: formatInstantDay(identity.createdAt, language),
            used: formatInstantDay(identity.usedAt, language),
          })}
        </p>
      </div>
      <ActButton
        label={t('identities.unlink')}
        about={name}
        look="quiet"
        title={t('identities.unlinkTitle', { name })}
        submit={t('identities.unlinkSubmit')}
        onSend={async () => {
          await done(api.DELETE('/api/me/identities/{id}', { params: { path: { id: identity.id } } }));
          await client.invalidateQueries({ queryKey: myIdentities().queryKey });
        }}
      >
        <p>{t('identities.unlinkText', { name })}</p>
      </ActButton>
    </li>
  );
}

/** The configured provider by the name people know; another one, linked before, by its address. */
function nameOf({ issuer }: MyIdentity, provider: Me['signInWays']['oidc']): string {
  const host = URL.canParse(issuer) ? new URL(issuer).host : issuer;
  return provider?.name ? `${provider.name} (${host})` : host;
}
