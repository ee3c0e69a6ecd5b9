import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatArea, formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { homeFigures } from './figures.queries';

/** Real counts only: while they are not known the row keeps its room and says nothing. */
export function FigureRow() {
  const { t } = useTranslation('home');
  const { data } = useQuery(homeFigures());
  const figures = data
    ? ([
        ['offered', data.offered + data.ownerKnown],
        ['projects', data.openProjects],
        ['leads', data.leads],
      ] as const)
    : [];
  const notes = [
    data && data.floorAreaOnOfferM2 > 0 ? t('figures.area', { area: formatArea(data.floorAreaOnOfferM2, currentLanguage()) }) : null,
    data?.demo ? t('figures.demo') : null,
  ].filter((note) => note !== null);
  return (
    <div className="figure-row">
      <dl className="figures" aria-label={t('figures.title')}>
        {figures.map(([name, count]) => (
          <div key={name} className="figure">
            <dt>{t(`figures.${name}`, { count })}</dt>
            <dd className="numeric">{formatNumber(count, currentLanguage())}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 ? <p className="figure-notes">{notes.join(' · ')}</p> : null}
    </div>
  );
}
