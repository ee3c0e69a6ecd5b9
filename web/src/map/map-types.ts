import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface MapPoint {
  /** The thing's id, or the cluster's own key. */
  readonly id: string;
  /** How many things this point stands for. */
  readonly count: number;
  /** Of those, how many are on offer; the others are leads. */
  readonly offered: number;
  /** Of those, how many are living tiers-lieux. */
  readonly living?: number;
  readonly label: string;
  /** Of a cluster: the rectangle that parts it. */
  readonly bounds?: Bounds;
  /** Of a cluster: the ids of its first members, for those that no zoom can part. */
  readonly members?: readonly string[];
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
  /** Where the map opens; a new array moves it there. */
  readonly bounds: Bounds;
  readonly highlightedId?: string | null;
  readonly onHighlight?: (id: string | null) => void;
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
