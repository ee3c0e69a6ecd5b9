import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/error-state';
import { Skeleton } from '../ui/skeleton';
import { type Account, me, type Me } from './me';
import { ownPath } from './return-to';

/** A visitor is sent to the sign-in page and comes back here; a signed-in person sees the page. */
export function RequireSignIn({ children }: { readonly children: (who: Me & { readonly account: Account }) => ReactNode }) {
  const { t } = useTranslation('common');
  const who = useQuery(me());
  const router = useRouter();
  // The page asked for, and not the one the redirection is already on its way to.
  const [here] = useState(() => router.state.location.href);
  if (who.isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('loading')}</h1>
        <Skeleton label={t('loading')} shape="page" lines={6} />
      </div>
    );
  if (who.isError)
    return (
      <div className="page">
        <ErrorState level={1} error={who.error} onRetry={() => void who.refetch()} />
      </div>
    );
  const { account } = who.data;
  if (account === null) return <Navigate to="/connexion" search={{ retour: ownPath(here) }} replace />;
  return children({ ...who.data, account });
}
