import { useTranslation } from 'react-i18next';
import { formatArea, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Table } from '../../../ui/table';
import type { Premises } from '../site-types';
import { Unknown } from './unknown';

export function PremisesTable({ premises }: { readonly premises: readonly Premises[] }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const language = currentLanguage();
  if (premises.length === 0) return <p>{t('place:premises.none')}</p>;
  const areaOf = (part: Premises) => {
    if (part.floorAreaM2 === null) return <Unknown short />;
    const area = formatArea(part.floorAreaM2, language);
    return part.divisibleFromM2 === null ? area : t('place:premises.from', { area, from: formatArea(part.divisibleFromM2, language) });
  };
  return (
    <Table
      caption={t('place:sections.premises')}
      captionHidden
      rows={premises}
      rowKey={(part) => part.id}
      columns={[
        { key: 'name', header: t('place:premises.name'), cell: (part) => part.name },
        { key: 'area', header: t('place:premises.area'), cell: areaOf },
        {
          key: 'floor',
          header: t('place:premises.floor'),
          cell: (part) =>
            part.floorLevel === null ? <Unknown short /> : part.floorLevel === 0 ? t('place:premises.ground') : String(part.floorLevel),
        },
        {
          key: 'height',
          header: t('place:premises.height'),
          cell: (part) =>
            part.ceilingHeightCm === null ? <Unknown short /> : `${formatNumber(part.ceilingHeightCm / 100, language, 2)}\u00a0m`,
        },
        {
          key: 'condition',
          header: t('place:premises.condition'),
          cell: (part) => (part.condition === null ? <Unknown short /> : t(`vocabulary:condition.${part.condition}`)),
        },
        {
          key: 'erp',
          header: t('place:premises.erp'),
          cell: (part) =>
            part.erpType === null ? (
              <Unknown short />
            ) : (
              t('place:premises.erpValue', { type: part.erpType, category: part.erpCategory ?? '?' })
            ),
        },
      ]}
    />
  );
}
