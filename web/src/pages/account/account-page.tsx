import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountNav } from '../../features/accounts/mine/account-nav';
import { UnverifiedNotice } from '../../features/accounts/mine/unverified-notice';
import { usePageTitle } from '../../lib/page-title';
import type { Account, Me } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';

interface AccountPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: (who: Me & { readonly account: Account }) => ReactNode;
}

/** The pages about oneself share their heading, their parts and the reminder of an address to confirm. */
export function AccountPage(props: AccountPageProps) {
  return <RequireSignIn>{(who) => <SignedIn {...props} who={who} />}</RequireSignIn>;
}

function SignedIn({ title, lead, children, who }: AccountPageProps & { readonly who: Me & { readonly account: Account } }) {
  const { t } = useTranslation('account');
  usePageTitle(title);
  return (
    <div className="page parts">
      <header className="parts-head">
        <p className="parts-over">{t('title')}</p>
        <h1 tabIndex={-1}>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </header>
      <AccountNav />
      <div className="parts-content">
        <UnverifiedNotice account={who.account} />
        {children(who)}
      </div>
    </div>
  );
}
