import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellRing } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../session/me';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { type Followable, followNow, isFollowed, myFollows } from './follows.queries';

/** For those who press the button: forms do not weigh on the pages of the others. */
const FollowForm = lazy(async () => ({ default: (await import('./follow-form')).FollowForm }));
const FollowedPanel = lazy(async () => ({ default: (await import('./followed-panel')).FollowedPanel }));

interface FollowButtonProps {
  /** The thing of the page first; then what it belongs to. */
  readonly things: readonly [Followable, ...Followable[]];
  readonly label?: ReactNode;
  readonly title?: string;
  readonly size?: 'regular' | 'small';
}

/** “Follow”: one tap for who is signed in, an address for everyone else. */
export function FollowButton({ things, label, title, size = 'regular' }: FollowButtonProps) {
  const { t } = useTranslation(['follows', 'common']);
  const client = useQueryClient();
  const account = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const hasAddress = account?.emailVerified === true;
  const { data: mine } = useQuery({ ...myFollows(), enabled: hasAddress });
  const isDone = mine !== undefined && isFollowed(mine, things[0]);
  const Icon = isDone ? BellRing : Bell;

  const press = async () => {
    setFailure(null);
    if (hasAddress && !isDone) {
      await followNow(things[0]).then((now) => client.setQueryData(myFollows().queryKey, now), setFailure);
    }
    setOpen(true);
  };
  return (
    <>
      <Button size={size} aria-haspopup="dialog" icon={<Icon aria-hidden size={18} />} onClick={() => void press()}>
        {isDone ? t('follows:followed') : (label ?? t('follows:follow'))}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={title ?? t('follows:dialog.title')}
        closeLabel={t('common:actions.close')}
      >
        {failure ? <ProblemNotice error={failure} /> : null}
        <Suspense fallback={<Skeleton label={t('common:loading')} lines={3} />}>
          {hasAddress && mine ? (
            <FollowedPanel things={things} list={mine} />
          ) : (
            <FollowForm things={things} email={account?.email} onClose={() => setOpen(false)} />
          )}
        </Suspense>
      </Dialog>
    </>
  );
}
