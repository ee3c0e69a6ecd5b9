/** Reads a number as a French or English speaker types it; `null` when there is none. */
export function parseNumber(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return null;
  return Number(plain);
}
