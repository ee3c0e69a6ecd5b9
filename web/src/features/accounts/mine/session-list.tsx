import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { formatMoment } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { ErrorState } from '../../../ui/error-state';
import { Form } from '../../../ui/form/form';
import { Skeleton } from '../../../ui/skeleton';
import { deviceOf } from './device-words';
import { type MySession, mySessions } from './sessions.queries';

/** The devices signed in to the account, each with its way out. */
export function SessionList() {
  const { t } = useTranslation(['account', 'common']);
  const client = useQueryClient();
  const sessions = useQuery(mySessions());
  const readAgain = () => client.invalidateQueries({ queryKey: mySessions().queryKey });
  if (sessions.isPending) return <Skeleton label={t('common:loading')} lines={3} shape="cards" />;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  const { items } = sessions.data;
  return (
    <div className="stack">
      <ul className="row-list">
        {items.map((session) => (
          <SessionRow key={session.id} session={session} onRevoked={readAgain} />
        ))}
      </ul>
      {items.length > 1 ? (
        <Form
          submit={t('account:sessions.revokeOthers')}
          submitLook="secondary"
          onSend={async () => {
            await done(api.DELETE('/api/me/sessions'));
            await readAgain();
          }}
        />
      ) : (
        <p className="field-help">{t('account:sessions.onlyThis')}</p>
      )}
    </div>
  );
}

function SessionRow({ session, onRevoked }: { readonly session: MySession; readonly onRevoked: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const { system, browser, isPhone } = deviceOf(session.userAgent);
  const name = t('sessions.device', { system: system ?? t('sessions.unknownSystem'), browser: browser ?? t('sessions.unknownBrowser') });
  const Icon = isPhone ? Smartphone : Laptop;
  const language = currentLanguage();
  return (
    <li className="row">
      <Icon aria-hidden size={28} strokeWidth={1.5} />
      <div className="row-words">
        <p className="row-title">
          {name} {session.current ? <Badge tone="moss">{t('sessions.thisOne')}</Badge> : null}
        </p>
        <p className="field-help">
          {t('sessions.times', {
            started: formatMoment(session.startedAt, language),
            seen: formatMoment(session.seenAt, language),
            network: session.network,
          })}
        </p>
      </div>
      {session.current ? null : (
        <Form
          label={name}
          submit={
            <>
              {t('sessions.revoke')}
              <span className="visually-hidden"> {name}</span>
            </>
          }
          submitLook="secondary"
          onSend={async () => {
            await done(api.DELETE('/api/me/sessions/{id}', { params: { path: { id: session.id } } }));
            await onRevoked();
          }}
        />
      )}
    </li>
  );
}
