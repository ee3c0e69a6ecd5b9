import { useQuery } from '@tanstack/react-query';
import { me } from '../session/me';
import { AccountLinks } from './account-links';
import { EntryLinks } from './account-menu';

/** The same in the phone's sheet, at its top. */
export function AccountInSheet({ onLeave }: { readonly onLeave: () => void }) {
  const { data: who, isPending } = useQuery(me());
  if (isPending) return null;
  return (
    <div className="menu-account">{who?.account ? <AccountLinks who={who} onLeave={onLeave} /> : <EntryLinks onLeave={onLeave} />}</div>
  );
}
