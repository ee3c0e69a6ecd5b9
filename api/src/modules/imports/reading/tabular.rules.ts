export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that cuts the header line most often, quoted text left aside; null when there is a single column. */
export function detectDelimiter(text: string): Delimiter | null {
  const lines = text.trimStart().split('\n');
  const announced = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === announced);
  if (known) return known;
  const header = (announced ? lines[1] : lines[0]) ?? '';
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 }));
  const best = counts.reduce((left, right) => (right.count > left.count ? right : left));
  return best.count > 0 ? best.delimiter : null;
}

/** Headings compared without case, accents, blanks or punctuation: `X_WGS84`, `x wgs84` and `"X-WGS84"` are one. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}
