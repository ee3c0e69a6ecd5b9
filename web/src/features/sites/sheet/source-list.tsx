import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { SiteView } from '../site-types';

export function SourceList({ sources }: { readonly sources: SiteView['sources'] }) {
  const { t } = useTranslation('place');
  if (sources.length === 0) return <p>{t('sources.owner')}</p>;
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.datasetId}>
          <strong>{source.title}</strong>
          <br />
          {t('sources.line', { producer: source.producer, licence: source.licence })}
          {source.date ? ` · ${t('sources.date', { day: formatDay(source.date, currentLanguage()) })}` : null}
          {source.shareAlike ? ` · ${t('sources.shareAlike')}` : null}
          {source.sourceUrl ? (
            <>
              {' · '}
              <a href={source.sourceUrl} rel="noopener">
                {t('sources.open')}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
