import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
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
  return (
    <dl className="figure-row" aria-label={t('figures.title')}>
      {figures.map(([name, count]) => (
        <div key={name} className="figure">
          <dt>{t(`figures.${name}`, { count })}</dt>
          <dd className="numeric">{formatNumber(count, currentLanguage())}</dd>
        </div>
      ))}
    </dl>
  );
}
