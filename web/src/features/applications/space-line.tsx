import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { applicationSpace } from './applications.queries';

/** How much room the documents of the organisation’s files take; nothing before it is known. */
export function SpaceLine({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('applications');
  const { data } = useQuery(applicationSpace(applicationId));
  if (data === undefined) return null;
  const language = currentLanguage();
  const [used, quota] = [formatFileSize(data.usedBytes, language), formatFileSize(data.quotaBytes, language)];
  return <p className="field-help">{data.usedBytes === 0 ? t('space.empty', { quota }) : t('space.text', { used, quota })}</p>;
}
