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
