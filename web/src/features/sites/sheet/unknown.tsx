import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** A blank is a question to ask, and looks like one. Paper has room for the one word only. */
export function Unknown({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation(['place', 'common']);
  return (
    <span className="unknown">
      <CircleHelp aria-hidden size={16} />
      {short ? t('common:unknown') : <span className="no-print">{t('place:askOwner')}</span>}
      {short ? null : <span className="print-only">{t('common:unknown')}</span>}
    </span>
  );
}
