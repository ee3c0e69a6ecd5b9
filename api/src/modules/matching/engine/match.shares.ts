/**
 * Whole points at most, row by row: never fewer than the points given. They add up to 100, but for the rare row that
 * rounding its points has lifted above its share.
 */
export function capsOf(weights: readonly number[], whole: number, points: readonly number[]): number[] {
  const caps = sharesOf(weights, whole, whole === 0 ? 0 : 100).map((cap, index) => Math.max(cap, points[index] ?? 0));
  let excess = caps.reduce((sum, cap) => sum + cap, 0) - 100;
  return caps.map((cap, index) => {
    const spare = whole > 0 && cap > (points[index] ?? 0) && cap * whole > (weights[index] ?? 0) * 100;
    if (excess <= 0 || !spare) return cap;
    excess -= 1;
    return cap - 1;
  });
}

/**
 * Largest remainder: whole shares of `total` in proportion to `parts` over `whole`, adding up to `total` exactly.
 * `total` is the rounded sum of the exact shares, so at most one point is ever moved per part. Ties go to the first.
 */
export function sharesOf(parts: readonly number[], whole: number, total: number): number[] {
  if (whole === 0 || total === 0) return parts.map(() => 0);
  const scaled = parts.map((part) => part * 100);
  const shares = scaled.map((part) => Math.floor(part / whole));
  let missing = total - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = scaled
    .map((part, index) => ({ index, remainder: part % whole }))
    .filter(({ remainder }) => remainder > 0)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    missing -= 1;
  }
  return shares;
}
