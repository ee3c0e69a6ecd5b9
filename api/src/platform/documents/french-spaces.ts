import type { PdfBlock } from '../pdf/pdf-document.js';

const NO_BREAK = '\u00a0';

/** French sets a space before : ; ! ? and inside « »: it must not let the sign start or end a line alone. */
export function keepPunctuation(text: string): string {
  return text.replace(/ (?=[:;!?»%€])/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);
}

/** The blocks of a paper as they are printed in its language; an address for a telephone stays as it is. */
export function asPrinted(blocks: readonly PdfBlock[], language: 'fr' | 'en'): readonly PdfBlock[] {
  if (language !== 'fr') return blocks;
  return blocks.map((block): PdfBlock => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, text: keepPunctuation(block.text) };
      case 'list':
        return { ...block, items: block.items.map(keepPunctuation) };
      case 'lines':
        return { ...block, lines: block.lines.map(keepPunctuation) };
      case 'facts':
        return { ...block, rows: block.rows.map(([name, value]) => [keepPunctuation(name), keepPunctuation(value)] as const) };
      case 'table':
        return { ...block, head: block.head.map(keepPunctuation), rows: block.rows.map((row) => row.map(keepPunctuation)) };
      case 'qr':
      case 'page-break':
        return block;
    }
  });
}
