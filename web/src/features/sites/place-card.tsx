import { Link } from '@tanstack/react-router';
import { CalendarDays, Euro, Footprints, MapPin, Ruler } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDistance, formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Card } from '../../ui/card';
import { CompareChoice } from './compare/compare-choice';
import { StarButton } from './favourites/star-button';
import { PlaceBadges } from './place-badges';
import { PlaceDrawing } from './place-drawing';
import { availabilityWords, costWords, floorAreaWords, placeLine } from './place-words';
import type { SiteCard } from './site-types';

interface PlaceCardProps {
  readonly place: SiteCard;
  readonly highlighted?: boolean;
  readonly onHighlight?: (id: string | null) => void;
  readonly headingLevel?: 2 | 3;
  readonly showsPublished?: boolean;
  /** Lets it be chosen for the comparison. */
  readonly comparable?: boolean;
}

/** A place in a list: what it is, where, how big, how much, when; each blank says that it is one. Pointing at one draws that one again, not the list. */
export const PlaceCard = memo(function PlaceCard({
  place,
  highlighted = false,
  onHighlight,
  headingLevel = 3,
  showsPublished = false,
  comparable = false,
}: PlaceCardProps) {
  const { t } = useTranslation(['places', 'vocabulary', 'common']);
  const language = currentLanguage();
  const today = new Date().toISOString().slice(0, 10);
  const Heading = `h${headingLevel}` as const;
  const isLead = place.shelf === 'lead';
  const land = place.landAreaM2 === null ? null : t('places:card.land', { area: formatArea(place.landAreaM2, language) });
  return (
    <Card
      className={`place-card${highlighted ? ' place-card-lit' : ''}${isLead ? ' place-card-lead' : ''}`}
      onMouseEnter={() => onHighlight?.(place.id)}
      onMouseLeave={() => onHighlight?.(null)}
      onFocus={() => onHighlight?.(place.id)}
      onBlur={() => onHighlight?.(null)}
    >
      <div className="place-card-picture">
        {place.photo ? (
          <img src={place.photo} alt="" loading="lazy" />
        ) : (
          <PlaceDrawing kind={place.kind} id={place.id} pencilled={isLead} />
        )}
      </div>
      <StarButton siteId={place.id} name={place.name} look="star" />
      <div className="place-card-words">
        <PlaceBadges place={place} />
        <Heading className="place-card-name">
          <Link to="/lieux/$siteId" params={{ siteId: place.id }}>
            {place.name}
          </Link>
        </Heading>
        <p className="place-card-where">
          <MapPin aria-hidden size={16} />
          {placeLine(place, t)}
          {place.distanceM === null ? null : ` · ${t('places:card.distance', { distance: formatDistance(place.distanceM, language) })}`}
        </p>
        {isLead || place.shelf === 'living' ? (
          <p className="place-card-note">{land ?? t(isLead ? 'places:card.leadNote' : 'places:card.livingNote')}</p>
        ) : (
          <ul className="place-facts">
            <Fact
              icon={<Ruler aria-hidden size={16} />}
              text={floorAreaWords(place, t, language) ?? land}
              unknown={t('places:card.areaUnknown')}
            />
            <Fact icon={<Euro aria-hidden size={16} />} text={costWords(place, t, language)} unknown={t('places:card.costUnknown')} />
            <Fact
              icon={<CalendarDays aria-hidden size={16} />}
              text={availabilityWords(place.availableFrom, today, t, language)}
              unknown={t('places:card.dateUnknown')}
            />
            {place.walkToStopMinutes === null ? null : (
              <Fact
                icon={<Footprints aria-hidden size={16} />}
                text={t('places:card.walk', { count: place.walkToStopMinutes })}
                unknown=""
              />
            )}
          </ul>
        )}
        {showsPublished && place.publishedAt ? (
          <p className="place-card-note">{t('places:card.publishedOn', { day: formatInstantDay(place.publishedAt, language) })}</p>
        ) : null}
        {comparable ? <CompareChoice siteId={place.id} name={place.name} /> : null}
      </div>
    </Card>
  );
});

function Fact({ icon, text, unknown }: { readonly icon: ReactNode; readonly text: string | null; readonly unknown: string }) {
  return (
    <li className={text === null ? 'place-fact place-fact-unknown' : 'place-fact'}>
      {icon}
      {text ?? unknown}
    </li>
  );
}
