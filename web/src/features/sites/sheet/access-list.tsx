import { Bus, TrainFront } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDistance, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { SiteView } from '../site-types';

type Stop = SiteView['access']['stops'][number];

/** How to come without a car, with what the source does not cover said beside. */
export function AccessList({ access }: { readonly access: SiteView['access'] }) {
  const { t } = useTranslation('place');
  if (access.stops.length === 0) return <p>{t('access.none')}</p>;
  return (
    <>
      <ul className="stops">
        {access.stops.map((stop) => (
          <StopRow key={stop.id} stop={stop} />
        ))}
      </ul>
      <p className="fine-print">
        {t('access.estimate')} {access.measuredFrom === 'commune' ? t('access.fromCommune') : null}
      </p>
    </>
  );
}

function StopRow({ stop }: { readonly stop: Stop }) {
  const { t } = useTranslation('place');
  const language = currentLanguage();
  const count = (value: number) => ({ count: Math.round(value), formatted: formatNumber(value, language) });
  const hasTrains = (stop.trainsTuesday ?? 0) > 0;
  const parts = [
    stop.departuresTuesday === null ? null : t('access.departures', count(stop.departuresTuesday)),
    stop.trainsTuesday && stop.coachesTuesday
      ? t('access.split', { trains: formatNumber(stop.trainsTuesday, language), coaches: formatNumber(stop.coachesTuesday, language) })
      : null,
    stop.departuresSunday === null ? null : t('access.sunday', count(stop.departuresSunday)),
  ];
  return (
    <li className="stop">
      {hasTrains ? <TrainFront aria-hidden size={22} /> : <Bus aria-hidden size={22} />}
      <div>
        <p className="stop-name">{stop.name}</p>
        <p>
          {t('access.walk', { count: stop.walkMinutes })} ({formatDistance(stop.distanceM, language)})
        </p>
        <p className="stop-service">{parts.filter(Boolean).join(', ')}</p>
      </div>
    </li>
  );
}
