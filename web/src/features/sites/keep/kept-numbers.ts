import { parseNumber } from '../../../lib/number';

/** Blank is unknown (null); what is no number is undefined. Amounts are stored whole. */
export function readNumber(typed: string, factor: number): number | null | undefined {
  if (typed.trim() === '') return null;
  const number = parseNumber(typed);
  if (number === null) return undefined;
  return factor === 1 ? number : Math.round(number * factor);
}

export function writeNumber(value: unknown, factor: number): string {
  if (typeof value !== 'number') return '';
  return String(factor === 1 ? value : Math.round((value / factor) * 100) / 100);
}
