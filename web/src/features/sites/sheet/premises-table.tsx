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
    <>
      <Table
        caption={t('place:sections.premises')}
        captionHidden
        rows={premises}
        rowKey={(part) => part.id}
        columns={[
          {
            key: 'name',
            header: t('place:premises.name'),
            cell: (part) => (
              <>
                {part.name}
                {part.usedAs === null && part.access === null ? null : (
                  <span className="premises-note">
                    {[part.usedAs === null ? null : t(`vocabulary:use.${part.usedAs}`), part.access].filter(Boolean).join(' · ')}
                  </span>
                )}
              </>
            ),
          },
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
          { key: 'power', header: t('place:premises.power'), cell: (part) => <Power part={part} /> },
          {
            key: 'erp',
            header: t('place:premises.erp'),
            cell: (part) =>
              part.erpType === null ? (
                <Unknown short />
              ) : (
                [
                  t('place:premises.erpValue', { type: part.erpType, category: part.erpCategory ?? '?' }),
                  part.erpCapacity === null ? null : t('place:premises.people', { count: part.erpCapacity }),
                ]
                  .filter(Boolean)
                  .join(', ')
              ),
          },
        ]}
      />
      <WorksNeeded premises={premises} />
    </>
  );
}

/** “36 kVA, triphasé”: each half may be known without the other. */
function Power({ part }: { readonly part: Premises }) {
  const { t } = useTranslation('place');
  if (part.powerKva === null && part.powerPhases === null) return <Unknown short />;
  const power = part.powerKva === null ? t('premises.powerUnknown') : `${formatNumber(part.powerKva, currentLanguage(), 1)}\u00a0kVA`;
  const phases = part.powerPhases === null ? t('premises.phasesUnknown') : t(part.powerPhases === 3 ? 'premises.three' : 'premises.one');
  return (
    <>
      {power}, {phases}
    </>
  );
}

/** What is to be done before moving in, and at whose cost; said once when nothing is known of any. */
function WorksNeeded({ premises }: { readonly premises: readonly Premises[] }) {
  const { t } = useTranslation('place');
  const known = premises.filter(({ worksNeeded, worksPaidBy }) => worksNeeded !== null || worksPaidBy !== null);
  return (
    <>
      <h3 className="works-title">{t('premises.works')}</h3>
      {known.length === 0 ? (
        <p>
          <Unknown />
        </p>
      ) : (
        <dl className="fact-list">
          {known.map(({ id, name, worksNeeded, worksPaidBy }) => (
            <div key={id} className="fact-row">
              <dt>{name}</dt>
              <dd>
                {worksNeeded ?? t('premises.worksUnknown')}
                <span className="premises-note">{t(worksPaidBy === null ? 'premises.paidUnknown' : `premises.paidBy.${worksPaidBy}`)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
