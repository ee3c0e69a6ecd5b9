import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../lib/page-title';
import { Table } from '../ui/table';

const SOURCES = [
  { key: 'stations', producer: 'SNCF Réseau', licence: 'ODbL 1.0' },
  { key: 'stops', producer: 'SNCF Voyageurs', licence: 'ODbL 1.0' },
  { key: 'brownfields', producer: 'Cerema', licence: 'Licence Ouverte 2.0' },
  { key: 'communes', producer: 'INSEE, DGCL', licence: 'Licence Ouverte 2.0' },
  { key: 'contours', producer: 'IGN', licence: 'Licence Ouverte' },
  { key: 'labels', producer: 'ANCT', licence: 'Licence Ouverte 2.0' },
  { key: 'towns', producer: 'GeoNames', licence: 'CC BY 4.0' },
  { key: 'outline', producer: 'Natural Earth', licence: 'Public domain' },
] as const;

export function CreditsPage() {
  const { t } = useTranslation('legal');
  usePageTitle(t('creditsTitle'));
  return (
    <article className="page prose">
      <h1 tabIndex={-1}>{t('creditsTitle')}</h1>
      <p className="lead">{t('creditsLead')}</p>
      <Table
        caption={t('creditsTitle')}
        captionHidden
        rows={SOURCES}
        rowKey={(source) => source.key}
        columns={[
          { key: 'dataset', header: t('dataset'), cell: (source) => t(`data.${source.key}`) },
          { key: 'producer', header: t('producer'), cell: (source) => source.producer },
          { key: 'licence', header: t('licence'), cell: (source) => source.licence },
        ]}
      />
      <p>{t('shareAlike')}</p>
      <h2>{t('fonts')}</h2>
      <p>{t('fontsText')}</p>
      <h2>{t('icons')}</h2>
      <p>{t('iconsText')}</p>
    </article>
  );
}
