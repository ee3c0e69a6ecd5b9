import type { GeoJsonGeometry } from '../../import.types.js';

/** Bytes of an envelope by its indicator (GeoPackage 1.3, 2.1.3). */
const ENVELOPES = [0, 32, 48, 48, 64] as const;
const MAX_POINTS = 2_000_000;

/** A geometry of a GeoPackage as GeoJSON; null when it is empty or of a kind no place has (lines, collections). @throws RangeError */
export function readGeoPackageGeometry(blob: Uint8Array): GeoJsonGeometry | null {
  const bytes = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (bytes.getUint16(0) !== 0x4750) return null;
  const flags = bytes.getUint8(3);
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (envelope === undefined || (flags & 16) !== 0) return null;
  return new WkbReader(bytes, 8 + envelope).geometry();
}

class WkbReader {
  private little = true;
  private dimensions = 2;
  private points = 0;

  constructor(
    private readonly bytes: DataView,
    private at: number,
  ) {}

  geometry(): GeoJsonGeometry | null {
    const kind = this.header();
    if (kind === 1) return { type: 'Point', coordinates: this.pair() };
    if (kind === 3) return { type: 'Polygon', coordinates: this.rings() };
    if (kind !== 4 && kind !== 6) return null;
    const parts = Array.from({ length: this.count() }, () => {
      const inner = this.header();
      if (inner !== (kind === 4 ? 1 : 3)) throw new RangeError('a part of another kind');
      return kind === 4 ? this.pair() : this.rings();
    });
    return { type: kind === 4 ? 'MultiPoint' : 'MultiPolygon', coordinates: parts };
  }

  /** Both ways of saying that there are heights and measures: thousands (ISO) and high bits (EWKB). */
  private header(): number {
    this.little = this.bytes.getUint8(this.at) === 1;
    const written = this.bytes.getUint32(this.at + 1, this.little);
    this.at += 5;
    const thousands = Math.floor((written & 0xffff) / 1000);
    const [z, m] = [(written & 0x80000000) !== 0 || thousands === 1 || thousands === 3, (written & 0x40000000) !== 0 || thousands >= 2];
    if ((written & 0x20000000) !== 0) this.at += 4;
    this.dimensions = 2 + (z ? 1 : 0) + (m ? 1 : 0);
    return (written & 0xffff) % 1000;
  }

  private rings(): (readonly [number, number])[][] {
    return Array.from({ length: this.count() }, () => Array.from({ length: this.count() }, () => this.pair()));
  }

  /** A count that the bytes left cannot hold is a lie. */
  private count(): number {
    const count = this.bytes.getUint32(this.at, this.little);
    this.at += 4;
    if (count > this.bytes.byteLength - this.at || (this.points += count) > MAX_POINTS) throw new RangeError('more parts than bytes');
    return count;
  }

  private pair(): readonly [number, number] {
    const pair = [this.bytes.getFloat64(this.at, this.little), this.bytes.getFloat64(this.at + 8, this.little)] as const;
    this.at += 8 * this.dimensions;
    return pair;
  }
}
