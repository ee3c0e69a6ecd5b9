import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { SiteView } from '../site-types';

/** Thanks to whom: what third parties brought, under the name they asked for. */
export function ContributionList({ contributions }: { readonly contributions: SiteView['contributions'] }) {
  const { t } = useTranslation('place');
  if (contributions.length === 0) return null;
  return (
    <ul className="sources">
      {contributions.map(({ kind, credit, on, fields }) => (
        <li key={`${on}-${fields.join()}-${credit ?? ''}`}>
          {t(kind === 'place' ? 'correct.foundBy' : 'correct.by', {
            name: credit ?? t('correct.someone'),
            day: formatDay(on, currentLanguage()),
          })}
        </li>
      ))}
    </ul>
  );
}
