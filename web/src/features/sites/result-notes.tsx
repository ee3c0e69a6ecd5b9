import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { FilterChips } from './filter-chips';
import type { PlaceSearch } from './place-search';
import { USUAL_SHELVES } from './shelves';
import type { SitePage } from './site-types';

interface ResultNotesProps {
  readonly page: SitePage;
  readonly search: PlaceSearch;
  readonly onReplace: (search: PlaceSearch) => void;
}

/** How many, what was left out because nothing is known, and the leads beside, counted apart. */
export function ResultNotes({ page, search, onReplace }: ResultNotesProps) {
  const { t } = useTranslation('places');
  const language = currentLanguage();
  const { count, capped } = page.total;
  const leads = page.facets.shelf.find((entry) => entry.value === 'lead')?.count ?? 0;
  const living = page.facets.shelf.find((entry) => entry.value === 'living')?.count ?? 0;
  const shelves = search.shelf ?? USUAL_SHELVES;
  const showsLiving = shelves.includes('living');
  const showsLeads = search.shelf?.includes('lead') ?? false;
  const said = (key: 'results.count' | 'results.leadsOnly', n: number) => t(key, { count: n, formatted: formatNumber(n, language) });
  const onlyLeads = showsLeads && search.shelf?.length === 1;
  const both = showsLeads && !onlyLeads && !capped;
  const heading = both
    ? t('results.both', { places: said('results.count', count - leads), leads: said('results.leadsOnly', leads) })
    : said(onlyLeads ? 'results.leadsOnly' : 'results.count', count);
  return (
    <div className="result-notes">
      <div role="status">
        <h2 className="result-count">{capped ? t('results.more', { what: heading }) : heading}</h2>
      </div>
      <FilterChips search={search} onReplace={onReplace} />
      {page.hiddenUnknown > 0 ? (
        <p className="result-hidden">
          {t('results.hidden', { count: page.hiddenUnknown })}{' '}
          <Button look="quiet" size="small" onClick={() => onReplace({ ...search, includeUnknown: true })}>
            {t('results.showHidden')}
          </Button>
        </p>
      ) : null}
      {living > 0 && (showsLiving ? shelves.length > 1 : true) ? (
        <p className="result-hidden">
          {t('results.living', { count: living, formatted: formatNumber(living, language) })}{' '}
          <Button
            size="small"
            look="quiet"
            onClick={() =>
              onReplace({ ...search, shelf: showsLiving ? shelves.filter((shelf) => shelf !== 'living') : [...shelves, 'living'] })
            }
          >
            {t(showsLiving ? 'results.livingHide' : 'results.livingShow')}
          </Button>
        </p>
      ) : null}
      {leads > 0 || showsLeads ? (
        <div className="leads-note">
          <p>
            <strong>{t('results.leads', { count: leads, formatted: formatNumber(leads, language) })}.</strong> {t('results.leadsText')}
          </p>
          <Button size="small" onClick={() => onReplace(showsLeads ? withoutShelf(search) : { ...search, shelf: ['lead'] })}>
            {showsLeads ? t('results.leadsHide') : t('results.leadsShow')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function withoutShelf(search: PlaceSearch): PlaceSearch {
  const { shelf: _shelf, ...rest } = search;
  return rest;
}
