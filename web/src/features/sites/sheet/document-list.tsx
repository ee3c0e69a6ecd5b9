import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Panel } from '../../../ui/card';
import type { ShownDocument } from '../site-types';

export function DocumentList({ documents }: { readonly documents: readonly ShownDocument[] }) {
  const { t } = useTranslation('place');
  if (documents.length === 0)
    return (
      <Panel title={t('documents.title')} id="documents">
        <p>{t('documents.none')}</p>
      </Panel>
    );
  return (
    <Panel title={t('documents.title')} id="documents">
      <ul className="documents">
        {documents.map(({ id, title, url, bytes, caption, credit }, index) => (
          <li key={id}>
            <a href={url} download>
              <Download aria-hidden size={18} />{' '}
              {t('documents.download', {
                name: title ?? t('documents.name', { number: index + 1 }),
                size: formatFileSize(bytes, currentLanguage()),
              })}
            </a>
            {caption || credit ? <p className="fine-print">{[caption, credit].filter(Boolean).join(' — ')}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
