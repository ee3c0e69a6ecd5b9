import { plainText } from '../../territories/place-name.rules.js';
import { PLACE_FIELD_NAMES, PLACE_FIELDS, type PlaceFieldName } from './place.fields.js';

/** `sure`: the heading is one of the known names; `likely`: it contains one, or is one letter away: to be looked at. */
export interface SuggestedField {
  readonly field: PlaceFieldName | null;
  readonly how: 'sure' | 'likely' | 'none';
}

const SURE = 100;
const LIKELY = 50;
/** Below, the heading only happens to share a word. */
const LEAST = 30;

/** For each heading, the field it most likely holds. A field goes to the column that fits it best, and to one only. */
export function suggestMapping(header: readonly string[]): SuggestedField[] {
  const plain = header.map((heading) => plainText(heading.replace(/_/g, ' ')));
  const scored = plain.flatMap((heading, column) =>
    heading === '' ? [] : PLACE_FIELD_NAMES.map((field) => ({ column, field, score: scoreOf(heading, PLACE_FIELDS[field].synonyms) })),
  );
  scored.sort((left, right) => right.score - left.score || left.column - right.column);
  const chosen = new Map<number, SuggestedField>();
  const taken = new Set<PlaceFieldName>();
  for (const { column, field, score } of scored) {
    if (score < LEAST || chosen.has(column) || taken.has(field)) continue;
    chosen.set(column, { field, how: score >= SURE - 20 ? 'sure' : 'likely' });
    taken.add(field);
  }
  return header.map((_, column) => chosen.get(column) ?? { field: null, how: 'none' });
}

/** The earlier a synonym stands in its list, the surer: of two columns “Nom” and “Site”, the first names the place. */
function scoreOf(heading: string, synonyms: readonly string[]): number {
  return Math.max(...synonyms.map((synonym, rank) => similarity(heading, plainText(synonym.replace(/_/g, ' '))) - Math.min(rank, 15)));
}

function similarity(heading: string, synonym: string): number {
  if (heading.replace(/ /g, '') === synonym.replace(/ /g, '')) return SURE;
  const words = heading.split(' ');
  const wanted = synonym.split(' ');
  const holdsAll = synonym.length > 2 && wanted.every((word) => words.includes(word));
  if (holdsAll) return LIKELY + Math.round((20 * wanted.length) / words.length);
  return synonym.length >= 5 && isOneLetterAway(heading, synonym) ? LIKELY : 0;
}

function isOneLetterAway(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let at = 0;
  while (at < Math.min(left.length, right.length) && left[at] === right[at]) at++;
  const rest = [left.slice(at + 1) === right.slice(at + 1), left.slice(at) === right.slice(at + 1), left.slice(at + 1) === right.slice(at)];
  return rest.includes(true);
}

/** How well a row would do as the line of headings: many short, different texts which are not figures. */
function headingScore(cells: readonly string[]): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const words = filled.filter((cell) => cell.length <= 60 && !/^[\d\s.,;:/€%+-]+$/.test(cell));
  const known = suggestMapping(cells).filter(({ how }) => how !== 'none').length;
  return new Set(words).size === filled.length ? words.length + 3 * known : 0;
}

const LOOKED_AT = 20;

/** The row most like a line of headings among the first ones; the earliest of equals. Its rank in the list, from 0. */
export function proposeHeaderRow(rows: readonly (readonly string[])[]): number {
  const scores = rows.slice(0, LOOKED_AT).map(headingScore);
  return scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0);
}

/** Headings as columns are named: unnamed ones by their letter, repeated ones numbered. */
export function nameColumns(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, at) => {
    const name = (cells[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 120) || letterOf(at);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** 0 → A, 26 → AA, as spreadsheets do. */
export function letterOf(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);
}
