import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';

/** Says that the search was loosened, and takes it back in one press. */
export function RelaxedNotice({ label, onUndo }: { readonly label: string; readonly onUndo: () => void }) {
  const { t } = useTranslation('results');
  return (
    <div className="panel panel-amber relaxed-notice no-print" role="status">
      <p>
        <strong>{t('relaxed.title')}</strong> {label}
      </p>
      <Button size="small" icon={<Undo2 aria-hidden size={18} />} onClick={onUndo}>
        {t('relaxed.undo')}
      </Button>
    </div>
  );
}
