import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../session/me';
import { ownPath } from '../session/return-to';
import { LinkButton } from '../ui/link-button';

/** Travels with those who are signed in only. */
const AccountPanel = lazy(() => import('./account-panel'));

/** The header's right end: the doors for a visitor, the person's own menu once signed in. */
export function AccountMenu() {
  const { data: who, isPending } = useQuery(me());
  const place = <span className="account-menu-place" aria-hidden />;
  if (isPending) return place;
  return who?.account ? (
    <Suspense fallback={place}>
      <AccountPanel who={who} name={who.account.displayName} />
    </Suspense>
  ) : (
    <EntryLinks />
  );
}

export function EntryLinks({ onLeave }: { readonly onLeave?: () => void }) {
  const { t } = useTranslation('session');
  const here = useRouterState({ select: ({ location }) => location.href });
  const retour = here === '/' ? undefined : ownPath(here);
  return (
    <div className="entry-links">
      <LinkButton to="/connexion" search={{ retour }} look="quiet" size="small" onClick={onLeave}>
        {t('menu.signIn')}
      </LinkButton>
      <LinkButton to="/inscription" search={{ retour }} size="small" onClick={onLeave}>
        {t('menu.signUp')}
      </LinkButton>
    </div>
  );
}
