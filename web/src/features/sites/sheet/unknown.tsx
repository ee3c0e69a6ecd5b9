import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** A blank is a question to ask, and looks like one. */
export function Unknown({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation(['place', 'common']);
  return (
    <span className="unknown">
      <CircleHelp aria-hidden size={16} />
      {short ? t('common:unknown') : t('place:askOwner')}
    </span>
  );
}
