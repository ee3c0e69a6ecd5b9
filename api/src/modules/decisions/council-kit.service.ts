import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Document, HeadingLevel, Packer, PageBreak, Paragraph, TextRun } from 'docx';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { problem } from '../../platform/http/problem.js';
import { parisWords } from '../../platform/paris-time.js';
import type { PdfBlock } from '../../platform/pdf/pdf-document.js';
import { type AwardParts, AwardsService } from './awards.service.js';
import { councilCertificate, councilDeliberation, type Paper } from './council-kit.papers.js';
import { decisionsPolicy } from './decisions.policy.js';
import { lettersOfCall } from './decisions.queries.js';

export type KitPaper = 'deliberation' | 'certificate' | 'letters';
const NAMES: Readonly<Record<KitPaper, string>> = {
  deliberation: 'deliberation',
  certificate: 'certificat-de-publicite',
  letters: 'lettres',
};

/** Papers for the council, to be read again and changed in a word processor. In French, like the acts they prepare. */
@Injectable()
export class CouncilKitService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly awards: AwardsService,
  ) {}

  async read(actor: Actor, callId: string, paper: KitPaper): Promise<StreamableFile> {
    const parts = await this.awards.read(this.db.manager, actor, callId, decisionsPolicy.readCouncilKit);
    const document = new Document({
      creator: parts.call.organisation.name,
      title: parts.call.content.title,
      styles: { default: { document: { run: { font: 'Liberation Sans', size: 22, language: { value: 'fr-FR' } } } } },
      sections: [{ children: (await this.papers(parts, paper)).flatMap(paragraphs) }],
    });
    return new StreamableFile(await Packer.toBuffer(document), {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      disposition: `attachment; filename="${NAMES[paper]}.docx"`,
    });
  }

  private async papers(parts: AwardParts, paper: KitPaper): Promise<Paper[]> {
    if (paper === 'certificate') return [councilCertificate(parts, (instant) => parisWords(new Date(instant), 'fr'))];
    if (parts.lines.length === 0) throw problem('call-state-forbids', { facts: { state: parts.now } });
    if (paper === 'deliberation') return [councilDeliberation(parts)];
    const letters = await lettersOfCall(this.db.manager, parts.call.id);
    if (letters.length === 0) throw problem('call-state-forbids', { facts: { state: parts.now } });
    return letters.map(({ content }) => content);
  }
}

function paragraphs({ title, blocks }: Paper, index: number): Paragraph[] {
  return [
    ...(index === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...blocks.flatMap(blockParagraphs),
  ];
}

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

function blockParagraphs(block: PdfBlock): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HEADINGS[block.level] })];
    case 'paragraph':
      return block.text.split(/\n+/).map((text) => new Paragraph({ text, spacing: { after: 160 } }));
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case 'facts':
      return block.rows.map(
        ([name, value]) =>
          new Paragraph({ children: [new TextRun({ text: `${name} : `, bold: true }), new TextRun(value)], spacing: { after: 80 } }),
      );
    case 'table':
      return block.rows.map((row) => new Paragraph({ text: row.join(' · '), bullet: { level: 0 } }));
    case 'lines':
      return block.lines.map((text) => new Paragraph({ text, alignment: block.at === 'right' ? 'right' : 'left' }));
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}
