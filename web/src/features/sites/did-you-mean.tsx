import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import type { PlaceSearch } from './place-search';
import type { SitePage } from './site-types';

interface DidYouMeanProps {
  readonly suggestions: SitePage['suggestions'];
  readonly search: PlaceSearch;
}

/** Names near what was typed, each a link that searches it: nothing is searched in one’s stead. */
export function DidYouMean({ suggestions, search }: DidYouMeanProps) {
  const { t } = useTranslation('places');
  const { view: _view, ...asked } = search;
  return (
    <ul className="did-you-mean" aria-label={t('meant.list')}>
      {suggestions.map(({ name, q, places: { count, capped } }) => (
        <li key={name}>
          <Link to="/lieux" search={{ ...asked, q }}>
            {t('meant.ask', { name })}
          </Link>{' '}
          <span>{t(capped ? 'meant.more' : 'meant.count', { count, formatted: formatNumber(count, currentLanguage()) })}</span>
        </li>
      ))}
    </ul>
  );
}
