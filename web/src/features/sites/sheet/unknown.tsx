import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** A blank is a question to ask, and looks like one. */
export function Unknown() {
  const { t } = useTranslation('place');
  return (
    <span className="unknown">
      <CircleHelp aria-hidden size={16} />
      {t('askOwner')}
    </span>
  );
}
