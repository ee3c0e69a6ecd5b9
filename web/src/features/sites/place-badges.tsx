import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/badge';
import type { SiteCard, SiteState } from './site-types';

const TONES: Partial<Record<SiteState, Tone>> = {
  potential: 'amber',
  published: 'moss',
  under_interest: 'enamel',
  under_call: 'violet',
  awarded: 'neutral',
  occupied: 'neutral',
  closed: 'neutral',
};

export function PlaceBadges({
  place,
}: {
  readonly place: Pick<SiteCard, 'kind' | 'state' | 'shelf' | 'demo'> & Partial<Pick<SiteCard, 'standing'>>;
}) {
  const { t } = useTranslation(['vocabulary', 'common', 'places']);
  const incomplete = place.shelf === 'owner_known' && place.state === 'published';
  return (
    <p className="place-badges">
      <span className="kind-plate">{t(`vocabulary:kind.${place.kind}`)}</span>
      {place.shelf === 'living' ? (
        <Badge tone="moss">{t('places:card.living')}</Badge>
      ) : (
        <Badge tone={incomplete ? 'enamel' : (TONES[place.state] ?? 'neutral')}>
          {incomplete ? t('places:card.offerIncomplete') : t(`vocabulary:state.${place.state}`)}
        </Badge>
      )}
      {place.standing && place.standing !== 'standing' ? <Badge tone="brick">{t(`vocabulary:standsThere.${place.standing}`)}</Badge> : null}
      {place.demo ? <Badge tone="neutral">{t('common:demo.label')}</Badge> : null}
    </p>
  );
}
