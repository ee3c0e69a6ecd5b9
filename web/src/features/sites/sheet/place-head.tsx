import { MapPin, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { PlaceBadges } from '../place-badges';
import { PlaceDrawing } from '../place-drawing';
import type { SiteView } from '../site-types';
import { Photo, PhotoNote } from './photo';

interface PlaceHeadProps {
  readonly site: SiteView;
  /** The one clear act of the page. */
  readonly action: ReactNode;
}

export function PlaceHead({ site, action }: PlaceHeadProps) {
  const { t } = useTranslation(['place', 'common']);
  const { commune, department } = site.territories;
  const [cover] = site.photos;
  return (
    <header className="place-head">
      <div className="place-picture">
        {cover ? (
          <>
            <Photo photo={cover} sizes="(width >= 60rem) 36rem, 100vw" isFirst />
            <PhotoNote photo={cover} />
          </>
        ) : (
          <>
            <PlaceDrawing kind={site.kind} id={site.id} pencilled={site.shelf === 'lead'} />
            <p className="picture-note">{t('place:drawingNote')}</p>
          </>
        )}
      </div>
      <div className="place-title">
        <PlaceBadges place={site} />
        <h1 tabIndex={-1}>{site.name}</h1>
        <p className="place-where">
          <MapPin aria-hidden size={18} />
          {[commune?.name, department?.name].filter(Boolean).join(', ')}
        </p>
        {site.summary ? <p className="lead">{site.summary}</p> : null}
        {site.demo ? <p className="fine-print">{t('common:demo.explanation')}</p> : null}
        <div className="place-actions no-print">
          {action}
          <Button icon={<Printer aria-hidden size={18} />} onClick={() => window.print()}>
            {t('common:actions.print')}
          </Button>
        </div>
      </div>
    </header>
  );
}
