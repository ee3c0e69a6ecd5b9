import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice';

/** The address of a mail's link, without what makes it work. */
export function MissingToken({ action }: { readonly action: ReactNode }) {
  const { t } = useTranslation('session');
  return (
    <Notice tone="warning" actions={action}>
      <p>{t('verify.noToken')}</p>
    </Notice>
  );
}
