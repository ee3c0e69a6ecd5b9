import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice';

const KNOWN = [
  'sign-in-expired',
  'identity-refused',
  'identity-not-trusted',
  'identity-address-unverified',
  'identity-account-exists',
  'identity-taken',
  'identity-provider-down',
  'too-many-requests',
] as const;

/** Why the identity provider did not open the account, and what to do: it sends people back here with the code of the refusal. */
export function IdentityRefusal({ code }: { readonly code: string }) {
  const { t } = useTranslation('session');
  const known = KNOWN.find((refusal) => refusal === code) ?? 'other';
  return (
    <Notice tone="warning" role="alert" title={t(`identityRefusal.${known}.title`)}>
      <p>{t(`identityRefusal.${known}.text`)}</p>
    </Notice>
  );
}
