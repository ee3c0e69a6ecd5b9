/** What a printed document is made of, in its reading order. Text is plain: a blank line parts paragraphs. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Names and their values, each name heading its row. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns of figures, by their place from 0. */
      readonly figures?: readonly number[];
    }
  /** Lines kept as they are: an address, a signature. */
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly at?: 'left' | 'right' }
  /** An address for a telephone, drawn as a square; `alt` says to who does not see it what it is. */
  | { readonly kind: 'qr'; readonly text: string; readonly alt: string }
  | { readonly kind: 'page-break' };

export interface PdfDocument {
  /** Shown as the first heading, and as the name of the window. */
  readonly title: string;
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly createdAt: Date;
  /** On each page, beside its number: what this is, and its reference. */
  readonly footer: string;
  readonly blocks: readonly PdfBlock[];
}
