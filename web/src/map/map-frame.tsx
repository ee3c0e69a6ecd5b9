import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNearScreen } from '../lib/use-near-screen';
import type { MapProps } from './map-types';

const MapView = lazy(() => import('./map-view'));

interface BoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A device without WebGL or an interrupted download must not take the page down: the list remains. */
class MapBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** The map, loaded when it is about to be seen: a phone in a train pays for it only then. */
export function MapFrame(props: MapProps & { readonly legend?: ReactNode }) {
  const { t } = useTranslation('map');
  const { legend, ...map } = props;
  const [frame, isNear] = useNearScreen<HTMLDivElement>();
  const waiting = <p className="map-note">{t('loading')}</p>;
  return (
    <div className="map-frame" ref={frame}>
      <p className="visually-hidden">{t('listBeside')}</p>
      <MapBoundary fallback={<p className="map-note">{t('unavailable')}</p>}>
        {isNear ? (
          <Suspense fallback={waiting}>
            <MapView {...map} />
          </Suspense>
        ) : (
          waiting
        )}
      </MapBoundary>
      {legend}
    </div>
  );
}
