import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
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

/** The map, loaded when it is first needed. */
export function MapFrame(props: MapProps & { readonly legend?: ReactNode }) {
  const { t } = useTranslation('map');
  const { legend, ...map } = props;
  return (
    <div className="map-frame">
      <p className="visually-hidden">{t('listBeside')}</p>
      <MapBoundary fallback={<p className="map-note">{t('unavailable')}</p>}>
        <Suspense fallback={<p className="map-note">{t('loading')}</p>}>
          <MapView {...map} />
        </Suspense>
      </MapBoundary>
      {legend}
    </div>
  );
}
