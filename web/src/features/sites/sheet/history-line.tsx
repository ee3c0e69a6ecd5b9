import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { SiteView } from '../site-types';

/** What happened to the place, as stops along a line. */
export function HistoryLine({ history }: { readonly history: SiteView['history'] }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  return (
    <ol className="history">
      {history.map((event) => (
        <li key={`${event.at}-${event.to}`}>
          <p>
            <strong>{t(`vocabulary:state.${event.to}`)}</strong>
          </p>
          <p>
            <time dateTime={event.at}>{formatInstantDay(event.at, currentLanguage())}</time>
            {event.reason ? ` · ${event.reason}` : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
