import { getRouteApi, useRouter } from '@tanstack/react-router';
import { ScanSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowButton } from '../features/follows/follow-button';
import { PickedPlaces } from '../features/sites/picked-place';
import { PlaceFilters } from '../features/sites/place-filters';
import { PlaceMap } from '../features/sites/place-map';
import { PlaceResults } from '../features/sites/place-results';
import { activeFilters, type PlaceSearch, readPlaceSearch, toSiteQuery } from '../features/sites/place-search';
import { SearchBar } from '../features/sites/search-bar';
import { usePlaceBounds } from '../features/sites/use-place-bounds';
import type { Territory } from '../features/territories/territories.queries';
import { TerritoryField } from '../features/territories/territory-field';
import { usePageTitle } from '../lib/page-title';
import type { MapView } from '../map/map-types';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';

const route = getRouteApi('/lieux');

const RADIUS_KM = 20;

/** A commune is searched around, since few have a place of their own; wider territories are searched inside. */
function around(territory: Territory, search: PlaceSearch): Partial<PlaceSearch> {
  const anew = { bbox: undefined, zone: undefined, view: undefined };
  if (territory.kind === 'commune' && territory.point) {
    const { lon, lat } = territory.point;
    return { ...anew, near: `${lon},${lat}`, nearName: territory.name, radiusKm: RADIUS_KM };
  }
  return { ...anew, territory: [...new Set([...(search.territory ?? []), territory.id])] };
}

/** As the API writes it: names in order, without what only arranges the list. */
function followedSearch(search: PlaceSearch): string {
  const { sort: _order, ...filters } = toSiteQuery(search);
  return new URLSearchParams(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

export function PlacesPage() {
  const { t } = useTranslation(['places', 'common', 'follows']);
  usePageTitle(t('places:title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { history } = useRouter();
  const bounds = usePlaceBounds(search);
  const [view, setView] = useState<MapView | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [litIds, setLitIds] = useState<readonly string[]>([]);
  const [pickedIds, setPickedIds] = useState<readonly string[]>([]);
  const [filtersOpen, setFiltersOpen] = useState(false);

  const replace = (next: PlaceSearch) => void navigate({ search: readPlaceSearch({ ...next }), resetScroll: false });
  const change = (part: Partial<PlaceSearch>) => replace({ ...search, ...part });
  const asText = (moved: MapView) => moved.bounds.map((degrees) => degrees.toFixed(3)).join(',');
  const move = (moved: MapView) => {
    setView(moved);
    // The map may settle while the place that was just chosen is still loading: that choice stands.
    if (history.location.pathname !== '/lieux') return;
    void navigate({ search: (previous) => ({ ...previous, view: asText(moved) }), replace: true, resetScroll: false });
  };
  const filters = (
    <PlaceFilters
      search={search}
      onChange={change}
      communePicker={(onPick) => (
        <TerritoryField
          label={t('places:facet.zoneCorner')}
          placeholder={t('places:search.territoryPlaceholder')}
          kind="commune"
          onPick={onPick}
        />
      )}
      territory={
        <TerritoryField
          label={t('places:search.territory')}
          placeholder={t('places:search.territoryPlaceholder')}
          onPick={(territory) => change(around(territory, search))}
        />
      }
    />
  );

  return (
    <div className="places-page">
      <div className="places-head">
        <h1 tabIndex={-1}>{t('places:title')}</h1>
        <SearchBar search={search} onChange={change} onOpenFilters={() => setFiltersOpen(true)} />
      </div>
      <aside className="places-filters" aria-label={t('places:search.filters')}>
        {filters}
      </aside>
      <div className="places-map">
        <PlaceMap
          search={search}
          bounds={bounds}
          onMove={move}
          highlightedId={hoveredId}
          onLight={setLitIds}
          onPick={(id) => setPickedIds([id])}
          onPickMany={setPickedIds}
          onZone={(zone) => change({ zone, ...(zone ? { bbox: undefined, view: undefined } : {}) })}
        />
        {view && view.zoom > 6 && asText(view) !== search.bbox ? (
          <Button
            size="small"
            className="search-here"
            icon={<ScanSearch aria-hidden size={18} />}
            onClick={() => change({ bbox: asText(view) })}
          >
            {t('places:search.here')}
          </Button>
        ) : null}
        {pickedIds.length > 0 ? <PickedPlaces siteIds={pickedIds} onClose={() => setPickedIds([])} /> : null}
      </div>
      <div className="places-list">
        {activeFilters(search).length > 0 ? (
          <div className="results-keep">
            <FollowButton
              size="small"
              label={t('follows:saveSearch')}
              title={t('follows:dialog.searchTitle')}
              things={[{ about: 'search', subject: followedSearch(search), label: t('follows:thing.search') }]}
            />
          </div>
        ) : null}
        <PlaceResults search={search} onReplace={replace} litIds={litIds} onHighlight={setHoveredId} />
      </div>
      <Sheet
        open={filtersOpen}
        onClose={() => setFiltersOpen(false)}
        title={t('places:search.filters')}
        closeLabel={t('common:actions.close')}
        footer={
          <Button look="primary" onClick={() => setFiltersOpen(false)}>
            {t('places:search.showResults')}
          </Button>
        }
      >
        {filters}
      </Sheet>
    </div>
  );
}
