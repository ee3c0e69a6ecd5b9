import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { forgetWhatWasRead } from '../../../session/me';
import { ownPath, takeRememberedReturn } from '../../../session/return-to';

export type SignInStep = 'signed-in' | 'second-factor';

/** What follows a proof of who one is: the second proof when the account asks for it, else the page one came for. */
export function useAfterSignIn(returnTo: string | undefined): (step: SignInStep) => Promise<void> {
  const router = useRouter();
  const client = useQueryClient();
  return async (step) => {
    if (step === 'second-factor') {
      await router.navigate({ to: '/connexion/second-facteur', search: { retour: returnTo } });
      return;
    }
    const place = ownPath(returnTo) ?? takeRememberedReturn() ?? '/mon-compte';
    router.history.push(place);
    await forgetWhatWasRead(client);
  };
}
