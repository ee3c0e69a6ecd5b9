import { Link } from '@tanstack/react-router';
import { EqualNot, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { Table } from '../../../ui/table';
import { PlaceBadges } from '../place-badges';
import { PlaceDrawing } from '../place-drawing';
import { Unknown } from '../sheet/unknown';
import type { SiteView } from '../site-types';
import { type CompareRow, compareRows } from './compare-rows';

interface ComparedPlacesProps {
  readonly sites: readonly SiteView[];
  readonly onRemove: (siteId: string) => void;
}

/** Up to four places, fact by fact; what is not the same is said by a word and a sign. */
export function ComparedPlaces({ sites, onRemove }: ComparedPlacesProps) {
  const { t } = useTranslation(['compare', 'vocabulary', 'places', 'common', 'place']);
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const rows = compareRows(sites, t, currentLanguage());
  const different = rows.filter(({ differs }) => differs).length;
  const shown = onlyDifferent ? rows.filter(({ differs }) => differs) : rows;
  return (
    <div className="stack compared">
      <ul className="compared-heads">
        {sites.map((site) => (
          <li key={site.id} className="compared-head">
            <div className="compared-picture no-print">
              {site.photo ? (
                <img src={site.photo} alt="" />
              ) : (
                <PlaceDrawing kind={site.kind} id={site.id} pencilled={site.shelf === 'lead'} />
              )}
            </div>
            <PlaceBadges place={site} />
            <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
              {site.name}
            </Link>
            <Button
              look="quiet"
              size="small"
              className="no-print"
              aria-label={t('compare:removeNamed', { name: site.name })}
              onClick={() => onRemove(site.id)}
            >
              {t('compare:remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="compared-acts no-print">
        <p role="status">{different === 0 ? t('compare:same') : t('compare:different', { count: different })}</p>
        <label className="compare-choice">
          <input type="checkbox" checked={onlyDifferent} onChange={() => setOnlyDifferent(!onlyDifferent)} />
          {t('compare:onlyDifferent')}
        </label>
        <Button size="small" icon={<Printer aria-hidden size={18} />} onClick={() => window.print()}>
          {t('compare:print')}
        </Button>
      </div>
      <div className="compared-table">
        <Table
          caption={t('compare:title')}
          captionHidden
          rows={shown}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', header: t('compare:what'), cell: (row) => <RowName row={row} /> },
            ...sites.map((site, index) => ({
              key: site.id,
              header: site.name,
              cell: (row: CompareRow) => row.values[index] ?? <Unknown short />,
            })),
          ]}
        />
      </div>
    </div>
  );
}

function RowName({ row }: { readonly row: CompareRow }) {
  const { t } = useTranslation('compare');
  return (
    <>
      {row.label}
      {row.differs ? (
        <span className="compared-differs">
          <EqualNot aria-hidden size={14} /> {t('differs')}
        </span>
      ) : null}
    </>
  );
}
