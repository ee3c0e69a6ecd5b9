import { Flag } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadInsideTexts } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Skeleton } from '../../../ui/skeleton';

/** For those who press the button: neither the form nor its words weigh on the others. */
const CorrectionForm = lazy(async () => {
  const [{ CorrectionForm: component }] = await Promise.all([import('./correction-form'), loadInsideTexts()]);
  return { default: component };
});

/** “Something wrong?”: open to everyone, on every sheet. */
export function CorrectionButton({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation(['place', 'common']);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" className="no-print" icon={<Flag aria-hidden size={18} />} onClick={() => setOpen(true)}>
        {t('place:correct.button')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('place:correct.title')} closeLabel={t('common:actions.close')}>
        <Suspense fallback={<Skeleton label={t('common:loading')} lines={3} />}>
          <CorrectionForm siteId={siteId} onClose={() => setOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  );
}
