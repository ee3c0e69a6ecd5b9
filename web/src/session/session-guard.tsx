import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { handleRefusals } from '../api/refusals';
import { forgetWhatWasRead } from './me';
import { ownPath } from './return-to';

/** Few are ever asked: its form comes when they are. */
const ConfirmItIsMe = lazy(async () => ({ default: (await import('./confirm-it-is-me')).ConfirmItIsMe }));

/** Once, in the layout: brings people back to sign-in when their session has ended, and asks who they are before a grave act. */
export function SessionGuard() {
  const router = useRouter();
  const client = useQueryClient();
  const answer = useRef<((confirmed: boolean) => void) | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);

  useEffect(
    () =>
      handleRefusals({
        signInNeeded: () => {
          const here = ownPath(router.state.location.href);
          if (here === undefined) return;
          void router.navigate({ to: '/connexion', search: { retour: here } }).then(() => forgetWhatWasRead(client));
        },
        confirmItIsMe: () =>
          new Promise((resolve) => {
            answer.current?.(false);
            answer.current = resolve;
            setAsking(true);
            setWasAsked(true);
          }),
      }),
    [router, client],
  );

  const close = (confirmed: boolean) => {
    setAsking(false);
    answer.current?.(confirmed);
    answer.current = null;
  };
  return wasAsked ? (
    <Suspense>
      <ConfirmItIsMe open={isAsking} onAnswer={close} />
    </Suspense>
  ) : null;
}
