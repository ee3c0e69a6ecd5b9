import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { asPrinted, keepPunctuation } from '../documents/french-spaces.js';
import type { PdfBlock, PdfDocument } from '../pdf/pdf-document.js';

type Part = ISectionOptions['children'][number];
const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
const BULLETS = 'bullets';
const PAGE_WORDS = { fr: ['page ', ' sur '], en: ['page ', ' of '] } as const;
const FONT = 'Calibri';
const INK = '1A1A1A';
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Twentieths of a point: between the margins of a sheet of A4, a third of it for names. */
const WIDTH = 9_026;
const NAMES_WIDTH = 3_070;
const AT_RIGHT = 4_960;
const BETWEEN_PARAGRAPHS = 120;
const BEFORE_LINES = 240;
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };

/** One paper of a document: it begins on a page of its own, and counts its own pages. */
export type DocxPaper = Pick<PdfDocument, 'title' | 'footer' | 'blocks'>;

/** The same blocks as the printed document, to be worked on in a word processor: headings are headings, tables have their heads. */
export async function renderDocx(
  { title, language, author }: Pick<PdfDocument, 'title' | 'language' | 'author'>,
  papers: readonly DocxPaper[],
): Promise<Buffer> {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: BETWEEN_PARAGRAPHS }, keepNext: true },
  });
  const document = new Document({
    title,
    creator: author,
    styles: {
      default: {
        document: { run: { font: FONT, size: 22, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } } },
        title: heading(34, 0),
        heading1: heading(26, 320),
        heading2: heading(23, 240),
        heading3: heading(22, 200),
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 360, hanging: 240 } } } }],
        },
      ],
    },
    sections: papers.map((paper) => sectionOf(paper, language, papers.length === 1)),
  });
  return Packer.toBuffer(document);
}

/** Of several papers none says how many pages it has: word processors do not agree on how to count them. */
function sectionOf({ title, footer, blocks }: DocxPaper, language: 'fr' | 'en', isAlone: boolean): ISectionOptions {
  const [page, of] = PAGE_WORDS[language];
  const total = isAlone ? [of, PageNumber.TOTAL_PAGES] : [];
  const foot = new Paragraph({
    children: [new TextRun(`${footer} · ${page}`), new TextRun({ children: [PageNumber.CURRENT, ...total] })],
  });
  const name = language === 'fr' ? keepPunctuation(title) : title;
  return {
    properties: { page: { pageNumbers: { start: 1 } } },
    footers: { default: new Footer({ children: [foot] }) },
    children: [new Paragraph({ text: name, heading: HeadingLevel.TITLE }), ...asPrinted(blocks, language).flatMap(partsOf)],
  };
}

function partsOf(block: PdfBlock): Part[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HEADINGS[block.level] })];
    case 'paragraph':
      return block.text
        .split(/\n\s*\n/)
        .filter((text) => text.trim() !== '')
        .map((text) => new Paragraph({ children: linesOf(text.trim().split('\n')), spacing: { after: BETWEEN_PARAGRAPHS } }));
    case 'list':
      return block.items.map(
        (text) => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 }, spacing: { after: BETWEEN_PARAGRAPHS } }),
      );
    case 'facts':
      return [tableOf(block.rows, { nameFirst: true, figures: [] }), new Paragraph('')];
    case 'table':
      return [tableOf(block.rows, { head: block.head, nameFirst: false, figures: block.figures ?? [] }), new Paragraph('')];
    case 'lines': {
      const indent = block.at === 'right' ? { indent: { left: AT_RIGHT } } : {};
      return [new Paragraph({ children: linesOf(block.lines), ...indent, spacing: { before: BEFORE_LINES, after: BEFORE_LINES } })];
    }
    case 'qr':
      return [new Paragraph({ text: block.text, spacing: { after: BETWEEN_PARAGRAPHS } })];
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function linesOf(lines: readonly string[]): TextRun[] {
  return lines.map((text, index) => new TextRun({ text, ...(index === 0 ? {} : { break: 1 }) }));
}

interface Shape {
  readonly head?: readonly string[];
  readonly nameFirst: boolean;
  readonly figures: readonly number[];
}

function tableOf(rows: readonly (readonly string[])[], { head, nameFirst, figures }: Shape): Table {
  const columns = head?.length ?? 2;
  const widths = nameFirst ? [NAMES_WIDTH, WIDTH - NAMES_WIDTH] : Array.from({ length: columns }, () => Math.floor(WIDTH / columns));
  const run = (text: string, bold: boolean) => new TextRun({ text, bold } satisfies IRunOptions);
  const cell = (text: string, at: number, isName: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: CELL_MARGINS,
      children: [
        new Paragraph({
          children: [run(text, isName)],
          ...(figures.includes(at) ? { alignment: AlignmentType.RIGHT } : {}),
        }),
      ],
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: RULE, bottom: RULE, insideHorizontal: RULE, left: NONE, right: NONE, insideVertical: NONE },
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, true)) })] : []),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, nameFirst && at === 0)) })),
    ],
  });
}
