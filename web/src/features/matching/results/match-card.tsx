import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDistance, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge, type Tone } from '../../../ui/badge';
import { Disclosure } from '../../../ui/disclosure';
import { LinkButton } from '../../../ui/link-button';
import type { Eligibility, Match, MatchedPlace } from '../match-types';
import type { NeedSearch } from '../need/need-search';
import { MatchBars, ScoreRange } from './match-bars';
import { worstFirst } from './match-rows';
import { MatchVerdicts } from './match-verdicts';
import { QuestionsButton } from './questions-button';

const TONES: Readonly<Record<Eligibility, Tone>> = {
  eligible: 'moss',
  to_confirm: 'amber',
  near_miss: 'brick',
  too_little_known: 'neutral',
};

/** What every card of the results page needs from the page around it. */
export interface CardContext {
  readonly need: NeedSearch;
  /** The area asked for, in words and with its names; empty = anywhere. */
  readonly zone: string;
  readonly picture: (place: MatchedPlace) => ReactNode;
  readonly litId: string | null;
  readonly onHighlight: (id: string | null) => void;
  readonly onRelax: (need: NeedSearch, label: string) => void;
  readonly compared: readonly string[];
  readonly onCompare: (id: string) => void;
}

interface MatchCardProps {
  readonly match: Match;
  readonly context: CardContext;
  readonly level: 3 | 4;
}

/** A match, read like a sentence; then why, criterion by criterion. */
export function MatchCard({ match, context, level }: MatchCardProps) {
  const { t } = useTranslation(['results', 'vocabulary', 'common']);
  const { site, option, rows } = match;
  const { need, litId, onHighlight, onRelax, compared, onCompare } = context;
  const language = currentLanguage();
  const Heading = `h${level}` as const;
  const chosen = compared.includes(site.id);
  return (
    <article
      className={litId === site.id ? 'card match-card match-card-lit' : 'card match-card'}
      id={`lieu-${site.id}`}
      onMouseEnter={() => onHighlight(site.id)}
      onMouseLeave={() => onHighlight(null)}
      onFocus={() => onHighlight(site.id)}
      onBlur={() => onHighlight(null)}
    >
      <header className="match-head">
        <div className="match-picture">{context.picture(site)}</div>
        <div>
          <p className="match-badges">
            <Badge tone={TONES[match.eligibility]}>{t(`vocabulary:eligibility.${match.eligibility}`)}</Badge>
            <Badge>{t(`vocabulary:kind.${site.kind}`)}</Badge>
            {site.standing && site.standing !== 'standing' ? (
              <Badge tone="brick">{t(`vocabulary:standsThere.${site.standing}`)}</Badge>
            ) : null}
            {site.demo ? <Badge tone="violet">{t('common:demo.label')}</Badge> : null}
          </p>
          <Heading className="match-name">
            <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
              {site.name}
            </Link>
          </Heading>
          <p className="match-where">
            <MapPin aria-hidden size={16} />
            {placeWords(match, t('results:card.communeUnknown'))}
            {match.distanceM === null ? null : ` · ${t('results:card.distance', { distance: formatDistance(match.distanceM, language) })}`}
          </p>
        </div>
      </header>
      <div className="match-body">
        <p className="match-sentence">{match.summary}</p>
        <p className="match-facts">
          {[
            option.premisesName,
            option.floorAreaM2 === null ? t('results:card.areaUnknown') : formatArea(option.floorAreaM2, language),
            option.tenure === null ? t('results:card.tenureUnknown') : t(`vocabulary:tenure.${option.tenure}`),
            site.ownerName,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <StopSentence stop={site.nearestStop} />
        <MatchVerdicts rows={rows} need={need} onRelax={onRelax} />
        <ScoreRange score={match.score} />
        <div className="no-print">
          <Disclosure summary={t('results:card.why')} count={formatNumber(rows.length, language)}>
            <MatchBars rows={rows} zone={context.zone} />
          </Disclosure>
        </div>
        <ul className="print-only">
          {worstFirst(rows).map((row) => (
            <li key={row.id}>{row.sentence}</li>
          ))}
        </ul>
        <div className="match-actions no-print">
          <LinkButton to="/lieux/$siteId" params={{ siteId: site.id }} size="small" look="primary">
            {t('results:card.open')} <span className="visually-hidden">: {site.name}</span>
          </LinkButton>
          <QuestionsButton place={site} questions={match.questions} activity={need.activity} />
          <label className="compare-choice">
            <input type="checkbox" checked={chosen} disabled={!chosen && compared.length >= 3} onChange={() => onCompare(site.id)} />
            {t('results:compare.choose')} <span className="visually-hidden">{site.name}</span>
          </label>
        </div>
        {site.attributions.length > 0 ? <p className="attributions">{site.attributions.join(' · ')}</p> : null}
      </div>
    </article>
  );
}

export function placeWords({ site }: { readonly site: MatchedPlace }, unknown: string): string {
  if (!site.commune) return unknown;
  return site.commune.departmentCode ? `${site.commune.name} (${site.commune.departmentCode})` : site.commune.name;
}

function StopSentence({ stop }: { readonly stop: MatchedPlace['nearestStop'] }) {
  const { t } = useTranslation('results');
  if (!stop) return null;
  const walk = t('card.walk', { count: stop.walkMinutes, stop: stop.name });
  return (
    <p className="match-facts">
      {stop.departuresPerWeekday === null ? walk : `${walk}, ${t('card.departures', { count: stop.departuresPerWeekday })}`}.
    </p>
  );
}
