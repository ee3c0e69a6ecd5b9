import { plainText } from '../../territories/place-name.rules.js';

/** What one cell of a brownfield file says, whatever the software that wrote it. Pure. */

const MISSING = new Set(['', 'na', 'nan', 'n/a', 'null', 'none', '{}', '[]', '{null}', '-']);

/** Text without typographic variety: one kind of apostrophe, single blanks, no line ends. Null when nothing is said. */
export function said(cell: string | undefined): string | null {
  const text = unmangled(cell ?? '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return MISSING.has(text.toLowerCase()) || /^\?+$/.test(text) ? null : text;
}

/** UTF-8 once read as Latin-1 and saved again (“Ã©”): put right when the bytes say so without doubt. */
function unmangled(text: string): string {
  if (!/[\u00c2-\u00c5][\u0080-\u00bf]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  const again = Buffer.from(text, 'latin1').toString('utf8');
  return again.includes('\ufffd') ? text : again;
}

/** Several values in one cell: `a|b`, Postgres `{a,"b c"}`, Python `['a', 'b']`, JSON `["a"]`. */
export function several(cell: string | undefined): string[] {
  const text = said(cell);
  if (!text) return [];
  const inside = /^[{[](.*)[}\]]$/.exec(text)?.[1];
  const parts = inside === undefined ? text.split('|') : splitQuoted(inside);
  return [...new Set(parts.map((part) => said(part)).filter((part): part is string => part !== null))];
}

function splitQuoted(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'(?=\s*(?:,|$))|([^,]*))\s*(?:,|$)/g)) {
    found.push((match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1'));
  }
  return found;
}

/** A number with a decimal point or comma, blanks between thousands; null when the cell holds something else. */
export function asNumber(text: string): number | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace(/m(?:2|²)$/i, '');
  const dotted = /^\d{1,3}(\.\d{3})+,\d+$/.test(compact) ? compact.replace(/\./g, '').replace(',', '.') : compact.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : null;
}

/** The zero of computer clocks: a date that was never filled in. */
const SENTINEL = '1970-01-01';

/** ISO date from `2022-10-10`, `10/10/2022`, `10-10-2022`, `20221010`, a date with its time, or a bare year (its first day). */
export function asDate(text: string): { iso: string } | 'sentinel' | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const french = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/.exec(text);
  const year = /^(\d{4})$/.exec(text);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : year ? [year[1], '1', '1'] : [];
  if (!y || !m || !d) return null;
  const found = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  if (found.getUTCMonth() !== Number(m) - 1 || found.getUTCDate() !== Number(d) || Number(y) < 1500 || Number(y) > 2100) return null;
  const text10 = found.toISOString().slice(0, 10);
  return text10 === SENTINEL && !year ? 'sentinel' : { iso: text10 };
}

/** A year, alone or inside a date. */
export function asYear(text: string): number | 'sentinel' | null {
  const date = asDate(text);
  if (date === 'sentinel') return date;
  return date ? Number(date.iso.slice(0, 4)) : null;
}

/** Yes or no as files write it. */
export function asYesNo(text: string): boolean | null {
  const word = plainText(text);
  if (['oui', 'true', 'vrai', 't', '1', 'yes', 'o'].includes(word)) return true;
  return ['non', 'false', 'faux', 'f', '0', 'no', 'n'].includes(word) ? false : null;
}
