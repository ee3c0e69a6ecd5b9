import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button';

/** The dossier to keep: printed, or with its documents. */
export function DossierLinks({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('applications');
  return (['pdf', 'zip'] as const).map((kind) => (
    <a key={kind} className={buttonClass('secondary')} href={`/api/applications/${applicationId}/dossier.${kind}`} download>
      <Download aria-hidden size={18} />
      {t(`dossier.${kind}`)}
    </a>
  ));
}
