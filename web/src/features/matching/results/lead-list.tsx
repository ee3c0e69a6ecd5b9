import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDistance, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import type { Lead, MatchResults } from '../match-types';
import type { NeedSearch } from '../need/need-search';
import { placeWords } from './match-card';
import { QuestionsButton } from './questions-button';

interface LeadListProps {
  readonly leads: MatchResults['leads'];
  readonly need: NeedSearch;
  /** “within 40 km of Langres AND inside Haute-Marne”; empty = anywhere. */
  readonly zone: string;
  readonly onHighlight: (id: string | null) => void;
}

const FIRST = 10;

/** Places known from open data only: folded, by distance, never scored nor called places. */
export function LeadList({ leads, need, zone, onHighlight }: LeadListProps) {
  const { t } = useTranslation('results');
  const [all, setAll] = useState(false);
  const language = currentLanguage();
  if (leads.total === 0) return null;
  const shown = all ? leads.items : leads.items.slice(0, FIRST);
  return (
    <section className="panel leads" id="pistes" aria-labelledby="leads-title">
      <h2 id="leads-title">{t('leads.title', { count: leads.total, formatted: formatNumber(leads.total, language) })}</h2>
      <p>{zone ? t('leads.textZone', { zone }) : t('leads.text')}</p>
      <Disclosure summary={t('leads.show', { count: leads.items.length, formatted: formatNumber(leads.items.length, language) })}>
        <ul className="lead-list">
          {shown.map((lead) => (
            <LeadRow key={lead.site.id} lead={lead} need={need} onHighlight={onHighlight} />
          ))}
        </ul>
        {shown.length < leads.items.length ? (
          <Button className="no-print" onClick={() => setAll(true)}>
            {t('leads.more', { count: leads.items.length - shown.length })}
          </Button>
        ) : null}
        {all && leads.items.length < leads.total ? (
          <p>{t('leads.beyond', { formatted: formatNumber(leads.total - leads.items.length, language) })}</p>
        ) : null}
      </Disclosure>
    </section>
  );
}

function LeadRow({ lead, need, onHighlight }: { readonly lead: Lead } & Pick<LeadListProps, 'need' | 'onHighlight'>) {
  const { t } = useTranslation(['results', 'vocabulary']);
  const { site } = lead;
  return (
    <li
      className="lead-row"
      id={`lieu-${site.id}`}
      onMouseEnter={() => onHighlight(site.id)}
      onMouseLeave={() => onHighlight(null)}
      onFocus={() => onHighlight(site.id)}
      onBlur={() => onHighlight(null)}
    >
      <p className="lead-name">
        <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
          {site.name}
        </Link>{' '}
        <span>
          {[
            t(`vocabulary:kind.${site.kind}`),
            placeWords(lead, t('results:card.communeUnknown')),
            lead.distanceM === null ? '' : t('results:card.distance', { distance: formatDistance(lead.distanceM, currentLanguage()) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>{' '}
        {site.standing && site.standing !== 'standing' ? <Badge tone="brick">{t(`vocabulary:standsThere.${site.standing}`)}</Badge> : null}
      </p>
      {lead.known.length > 0 ? (
        <ul className="lead-known" aria-label={t('results:leads.known')}>
          {lead.known.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p className="not-asked">{t('results:leads.nothingKnown')}</p>
      )}
      <QuestionsButton place={site} questions={lead.questions} activity={need.activity} />
      {site.attributions.length > 0 ? <p className="attributions">{site.attributions.join(' · ')}</p> : null}
    </li>
  );
}
