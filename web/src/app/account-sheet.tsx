import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { me } from '../session/me';
import { EntryLinks } from './account-menu';

const AccountLinks = lazy(() => import('./account-links').then(({ AccountLinks: links }) => ({ default: links })));

/** The same in the phone's sheet, at its top. */
export function AccountInSheet({ onLeave }: { readonly onLeave: () => void }) {
  const { data: who, isPending } = useQuery(me());
  if (isPending) return null;
  return (
    <div className="menu-account">
      {who?.account ? (
        <Suspense>
          <AccountLinks who={who} onLeave={onLeave} />
        </Suspense>
      ) : (
        <EntryLinks onLeave={onLeave} />
      )}
    </div>
  );
}
