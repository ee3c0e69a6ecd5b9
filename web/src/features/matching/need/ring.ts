type Corner = readonly [number, number];

/** Corners sorted around their middle: whichever order they were chosen in, the outline never crosses itself. */
export function aroundTheirMiddle(corners: readonly Corner[]): Corner[] {
  if (corners.length === 0) return [];
  const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  const [lon, lat] = [middle(0), middle(1)];
  const angle = (corner: Corner) => Math.atan2(corner[1] - lat, corner[0] - lon);
  return [...corners].sort((a, b) => angle(a) - angle(b));
}
