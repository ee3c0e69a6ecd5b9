import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

interface MapPoint {
  /** The thing's id, or the cluster's own key. */
  readonly id: string;
  /** How many things this point stands for. */
  readonly count: number;
  /** Of those, how many are on offer; the others are leads. */
  readonly offered: number;
  /** Of those, how many are living tiers-lieux. */
  readonly living?: number;
  readonly label: string;
}

export type MapPoints = FeatureCollection<Point, MapPoint>;

export interface MapView {
  readonly bounds: Bounds;
  readonly zoom: number;
}

export interface DrawnZone {
  readonly polygon: Polygon | null;
  readonly onChange: (polygon: Polygon | null) => void;
  /** Says how to do without a mouse even when nothing is being drawn; otherwise only while drawing. */
  readonly hintWhenIdle?: boolean;
}

export interface MapProps {
  readonly label: string;
  readonly points: MapPoints;
  /** Instead of points: where vector tiles of places and clusters are, with `{z}`, `{x}` and `{y}`. */
  readonly tiles?: string;
  /** Where the map opens; a new array moves it there. */
  readonly bounds: Bounds;
  readonly highlightedId?: string | null;
  /** Given the members of a small cluster as well, to light them. */
  readonly onHighlight?: (id: string | null, members?: readonly string[]) => void;
  readonly onPick?: (id: string) => void;
  /** Several things stand at the very same point. */
  readonly onPickMany?: (ids: readonly string[]) => void;
  readonly onMove?: (view: MapView) => void;
  readonly draw?: DrawnZone;
  /** A circle to show, e.g. a search radius. */
  readonly circle?: { readonly lon: number; readonly lat: number; readonly radiusM: number } | null;
  /** The ground of a place. */
  readonly outline?: MultiPolygon | Polygon | null;
  /** Lets the person put the thing somewhere: called with where they pressed. */
  readonly onPlace?: (point: { readonly lon: number; readonly lat: number }) => void;
  /** Without controls and gestures: a still picture of where something is. */
  readonly still?: boolean;
}
