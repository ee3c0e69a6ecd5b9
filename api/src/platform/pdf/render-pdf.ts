import { createRequire } from 'node:module';
import { asPrinted, keepPunctuation } from '../documents/french-spaces.js';
import type { PdfBlock, PdfDocument } from './pdf-document.js';
import { qrSquares } from './qr-squares.js';

const locate = createRequire(import.meta.url);
const font = (weight: string) => locate.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${weight}`);
/** Letters one tells apart, those of the pages on screen. */
const FONTS = {
  text: font('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
  strong: font('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
} as const;

/** Points: A4, and sizes of letters. */
const MARGINS = { top: 64, right: 60, bottom: 72, left: 60 } as const;
const FOOTER_ABOVE_EDGE = 44;
const TEXT_SIZE = 11;
const HEADING_SIZES = { 1: 22, 2: 16, 3: 13, 4: 11 } as const;
const INK = '#1b1b1b';
const QUIET_INK = '#545454';
const RULE = '#8a8a8a';
const HEAD_FILL = '#eeeeee';
const NAME_SHARE = 0.34;
/** A heading alone at the foot of a page heads nothing. */
const ROOM_BELOW_HEADING = 80;
/** A cell longer than this could be taller than a page: its row is told as facts instead. */
const LONGEST_CELL = 700;

/** Three centimetres: read at arm’s length, by an old telephone too. */
const QR_SIDE = 85;

const PAGE_WORDS = { fr: { page: 'page', of: 'sur' }, en: { page: 'page', of: 'of' } } as const;

/**
 * A tagged PDF: titled, in its language, headings and tables told as such, in the reading order of its blocks, with a table of headings.
 * The same document gives the same bytes.
 */
export async function renderPdf(document: PdfDocument): Promise<Buffer> {
  const { default: PdfKit } = await import('pdfkit');
  const pdf = new PdfKit({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: document.language === 'fr' ? 'fr-FR' : 'en-GB',
    bufferPages: true,
    info: { Title: document.title, Author: document.author, Creator: 'Terrain d’entente', CreationDate: document.createdAt },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  for (const [name, path] of Object.entries(FONTS)) pdf.registerFont(name, path);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const page = new Writer(pdf, root);
  page.heading(1, document.language === 'fr' ? keepPunctuation(document.title) : document.title);
  for (const block of asPrinted(document.blocks, document.language)) page.write(block);
  root.end();
  footers(pdf, document);
  pdf.end();
  return whole;
}

class Writer {
  private outlines: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = [];

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly root: PDFKit.PDFStructureElement,
  ) {}

  write(block: PdfBlock): void {
    switch (block.kind) {
      case 'heading':
        this.heading(block.level, block.text);
        break;
      case 'paragraph':
        this.paragraphs(block.text, block.quiet === true);
        break;
      case 'list':
        this.list(block.items);
        break;
      case 'facts':
        this.facts(block.rows);
        break;
      case 'table':
        this.table(block);
        break;
      case 'lines':
        this.lines(block.lines, block.at === 'right');
        break;
      case 'qr':
        this.qr(block.text, block.alt);
        break;
      case 'page-break':
        this.pdf.addPage();
    }
  }

  heading(level: 1 | 2 | 3 | 4, text: string): void {
    const { pdf } = this;
    if (level > 1) pdf.moveDown(level === 2 ? 1 : 0.6);
    if (this.roomLeft() < ROOM_BELOW_HEADING) pdf.addPage();
    this.outline(level, text);
    this.tagged(`H${level}`, () => pdf.font('strong').fontSize(HEADING_SIZES[level]).fillColor(INK).text(text));
    pdf.moveDown(0.4);
  }

  private paragraphs(text: string, quiet: boolean): void {
    for (const paragraph of text.split(/\n\s*\n/).filter((part) => part.trim() !== '')) {
      this.tagged('P', () => this.plain(quiet).text(paragraph.trim(), { lineGap: 2 }));
      this.pdf.moveDown(0.5);
    }
  }

  private list(items: readonly string[]): void {
    const { pdf } = this;
    const list = pdf.struct('L');
    this.root.add(list);
    for (const item of items) {
      const line = pdf.struct('LI');
      list.add(line);
      if (this.roomLeft() < TEXT_SIZE * 2) pdf.addPage();
      const { y } = pdf;
      line.add(pdf.struct('Lbl', {}, () => void this.plain().text('•', MARGINS.left, y, { lineBreak: false })));
      line.add(pdf.struct('LBody', {}, () => void this.plain().text(item, MARGINS.left + 14, y, { lineGap: 2 })));
      line.end();
      pdf.x = MARGINS.left;
    }
    list.end();
    pdf.moveDown(0.5);
  }

  private facts(rows: readonly (readonly [string, string])[]): void {
    if (rows.some(([, value]) => value.length > LONGEST_CELL)) {
      this.factsInWords(rows);
      return;
    }
    const width = this.width();
    this.grid(
      [width * NAME_SHARE, width * (1 - NAME_SHARE)],
      rows.map(([name, value]) => [{ type: 'TH', scope: 'Row', text: name, font: { src: FONTS.strong } }, { text: value }]),
    );
  }

  private factsInWords(rows: readonly (readonly [string, string])[]): void {
    for (const [name, value] of rows) {
      this.tagged('P', () => this.pdf.font('strong').fontSize(TEXT_SIZE).fillColor(INK).text(name));
      this.paragraphs(value, false);
    }
  }

  private table({ head, rows, figures = [] }: Extract<PdfBlock, { kind: 'table' }>): void {
    if (rows.some((row) => row.some((cell) => cell.length > LONGEST_CELL))) {
      for (const row of rows) this.factsInWords(head.map((name, at) => [name, row[at] ?? ''] as const));
      return;
    }
    const align = (at: number) => (figures.includes(at) ? { align: { x: 'right', y: 'top' } as const } : {});
    const share = this.width() / head.length;
    this.grid(
      head.map(() => share),
      [
        head.map((text, at) => ({
          type: 'TH',
          scope: 'Column',
          text,
          font: { src: FONTS.strong },
          backgroundColor: HEAD_FILL,
          ...align(at),
        })),
        ...rows.map((row) => head.map((_, at) => ({ text: row[at] ?? '', ...align(at) }))),
      ],
    );
  }

  private grid(columnStyles: readonly number[], data: readonly (readonly object[])[]): void {
    const { pdf } = this;
    this.plain();
    if (this.roomLeft() < TEXT_SIZE * 3) pdf.addPage();
    // The types of the library do not know of `structParent`, its documentation does.
    const options = {
      structParent: this.root,
      columnStyles: [...columnStyles],
      defaultStyle: {
        border: { top: 0, left: 0, right: 0, bottom: 0.5 },
        borderColor: RULE,
        textColor: INK,
        padding: { top: 4, right: 6, bottom: 4, left: 3 },
      },
      data,
    } as unknown as PDFKit.Mixins.TableOptionsWithData;
    pdf.table(options);
    pdf.x = MARGINS.left;
    pdf.moveDown(0.7);
  }

  private lines(lines: readonly string[], right: boolean): void {
    const left = right ? MARGINS.left + this.width() * 0.55 : MARGINS.left;
    this.tagged('P', () => this.plain().text(lines.join('\n'), left, this.pdf.y, { lineGap: 2 }));
    this.pdf.x = MARGINS.left;
    this.pdf.moveDown(1);
  }

  private qr(text: string, alt: string): void {
    const { pdf } = this;
    if (this.roomLeft() < QR_SIDE) pdf.addPage();
    const { side, dark } = qrSquares(text);
    const square = QR_SIDE / side;
    const { y } = pdf;
    const draw = () => {
      for (const [column, row] of dark) pdf.rect(MARGINS.left + column * square, y + row * square, square, square);
      pdf.fill('#000000');
    };
    this.tagged('Figure', draw, { alt });
    pdf.x = MARGINS.left;
    pdf.y = y + QR_SIDE;
    pdf.moveDown(0.7);
  }

  private tagged(kind: string, draw: () => unknown, options: { readonly alt?: string } = {}): void {
    const element = this.pdf.struct(kind, options, () => void draw());
    this.root.add(element);
    element.end();
  }

  private plain(quiet = false): PDFKit.PDFDocument {
    return this.pdf
      .font('text')
      .fontSize(TEXT_SIZE)
      .fillColor(quiet ? QUIET_INK : INK);
  }

  private outline(level: number, text: string): void {
    this.outlines = this.outlines.filter((one) => one.level < level);
    const parent = this.outlines.at(-1)?.item ?? this.pdf.outline;
    this.outlines.push({ level, item: parent.addItem(text) });
  }

  private width(): number {
    return this.pdf.page.width - MARGINS.left - MARGINS.right;
  }

  private roomLeft(): number {
    return this.pdf.page.height - MARGINS.bottom - this.pdf.y;
  }
}

/** No part of what is read: told to be so, and written once the number of pages is known. */
function footers(pdf: PDFKit.PDFDocument, { footer, language }: PdfDocument): void {
  const words = PAGE_WORDS[language];
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    const bottom = pdf.page.margins.bottom;
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const y = pdf.page.height - FOOTER_ABOVE_EDGE;
    const width = pdf.page.width - MARGINS.left - MARGINS.right;
    pdf.font('text').fontSize(9).fillColor(QUIET_INK);
    pdf.text(footer, MARGINS.left, y, { width: width * 0.8, height: 12, ellipsis: true, lineBreak: false });
    pdf.text(`${words.page} ${index + 1 - start} ${words.of} ${count}`, MARGINS.left, y, { width, align: 'right', lineBreak: true });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}
