import {
  AlignmentType,
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
import type { PdfBlock, PdfDocument } from '../pdf/pdf-document.js';

type Part = ISectionOptions['children'][number];
const HEADINGS = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
const BULLETS = 'bullets';
const NAME_SHARE = 34;
const WHOLE = 100;
const PAGE_WORDS = { fr: ['page ', ' sur '], en: ['page ', ' of '] } as const;
/** Twentieths of a point. */
const BETWEEN_PARAGRAPHS = 120;

/** The same blocks as the printed document, to be worked on in a word processor: headings are headings, tables have their heads. */
export async function renderDocx({ title, language, author, footer, blocks }: PdfDocument): Promise<Buffer> {
  const [page, of] = PAGE_WORDS[language];
  const foot = new Paragraph({
    children: [new TextRun(`${footer} · ${page}`), new TextRun({ children: [PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] })],
  });
  const document = new Document({
    title,
    creator: author,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } } } } },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 360, hanging: 240 } } } }],
        },
      ],
    },
    sections: [
      {
        footers: { default: new Footer({ children: [foot] }) },
        children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...blocks.flatMap(partsOf)],
      },
    ],
  });
  return Packer.toBuffer(document);
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
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: BULLETS, level: 0 } }));
    case 'facts':
      return [tableOf(block.rows, { nameFirst: true, figures: [] }), new Paragraph('')];
    case 'table':
      return [tableOf(block.rows, { head: block.head, nameFirst: false, figures: block.figures ?? [] }), new Paragraph('')];
    case 'lines': {
      const alignment = block.at === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
      return [new Paragraph({ children: linesOf(block.lines), alignment, spacing: { after: BETWEEN_PARAGRAPHS } })];
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
  const widthOf = (at: number) => (nameFirst ? (at === 0 ? NAME_SHARE : WHOLE - NAME_SHARE) : Math.floor(WHOLE / columns));
  const run = (text: string, bold: boolean) => new TextRun({ text, bold } satisfies IRunOptions);
  const cell = (text: string, at: number, isName: boolean) =>
    new TableCell({
      width: { size: widthOf(at), type: WidthType.PERCENTAGE },
      children: [
        new Paragraph({
          children: [run(text, isName)],
          ...(figures.includes(at) ? { alignment: AlignmentType.RIGHT } : {}),
        }),
      ],
    });
  return new Table({
    width: { size: WHOLE, type: WidthType.PERCENTAGE },
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, children: head.map((text, at) => cell(text, at, true)) })] : []),
      ...rows.map((row) => new TableRow({ children: row.map((text, at) => cell(text, at, nameFirst && at === 0)) })),
    ],
  });
}
