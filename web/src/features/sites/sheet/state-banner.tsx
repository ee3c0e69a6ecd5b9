import { CircleCheck, Pencil, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SiteView } from '../site-types';

/** Says first what the place is not: a lead is no offer, an incomplete offer is not complete, a taken place is taken. */
export function StateBanner({ site }: { readonly site: Pick<SiteView, 'shelf' | 'state'> }) {
  const { t } = useTranslation('place');
  if (site.shelf === 'lead') {
    return (
      <div className="banner banner-lead">
        <Search aria-hidden size={26} />
        <div>
          <h2>{t('potential.title')}</h2>
          <p>{t('potential.text')}</p>
        </div>
      </div>
    );
  }
  if (site.shelf === 'living') {
    return (
      <div className="banner">
        <CircleCheck aria-hidden size={26} />
        <div>
          <h2>{t('livingBanner.title')}</h2>
          <p>{t('livingBanner.text')}</p>
        </div>
      </div>
    );
  }
  if (site.shelf === 'offered') return null;
  const taken = site.shelf === null;
  return (
    <div className="banner">
      {taken ? <CircleCheck aria-hidden size={26} /> : <Pencil aria-hidden size={26} />}
      <div>
        <h2>{t(taken ? 'taken.title' : 'incomplete.title')}</h2>
        <p>{t(taken ? 'taken.text' : 'incomplete.text')}</p>
      </div>
    </div>
  );
}
