import type { ComponentType } from 'react';
import { Brownfield, Office, Shop, TiersLieu, VacantBuilding, Workshop } from './drawings/buildings';
import { Farmland, OtherPlace, Plot } from './drawings/land';
import { CrossingKeepersHouse, GoodsShed, RailwayLand, Station, StationPremises } from './drawings/railway';
import type { SiteKind } from './site-types';

const DRAWINGS: Readonly<Record<SiteKind, ComponentType<{ readonly seed: number }>>> = {
  disused_station: Station,
  station_premises: StationPremises,
  goods_shed: GoodsShed,
  crossing_keepers_house: CrossingKeepersHouse,
  railway_land: RailwayLand,
  brownfield: Brownfield,
  vacant_building: VacantBuilding,
  office: Office,
  workshop: Workshop,
  shop: Shop,
  plot: Plot,
  farmland: Farmland,
  tiers_lieu: TiersLieu,
  other: OtherPlace,
};

/** Roofs and walls differ from one region to the next: tiles, slate, sandstone, brick. */
const LIVERIES = ['', 'drawing-slate', 'drawing-sandstone', 'drawing-brick'];

interface PlaceDrawingProps {
  readonly kind: SiteKind;
  readonly id: string;
  /** A lead is only pencilled in: nobody has confirmed that it stands. */
  readonly pencilled?: boolean;
}

/** Stands where a photo would: a drawing of the kind of place, never passed off as the place itself. */
export function PlaceDrawing({ kind, id, pencilled = false }: PlaceDrawingProps) {
  const Drawing = DRAWINGS[kind];
  const seed = seedOf(id);
  return (
    <svg
      className={`drawing ${pencilled ? 'drawing-pencilled' : (LIVERIES[Math.floor(seed * LIVERIES.length)] ?? '')}`}
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden
      focusable="false"
    >
      {seed > 0.5 ? (
        <g transform="translate(320 0) scale(-1 1)">
          <Drawing seed={seed} />
        </g>
      ) : (
        <Drawing seed={seed} />
      )}
    </svg>
  );
}

/** An id as a number from 0 to 1 (FNV-1a): neighbours in time must not look alike. */
function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0xffffffff;
}
