import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import type { PdfDocument } from '../../platform/pdf/pdf-document.js';
import { renderPdf } from '../../platform/pdf/render-pdf.js';
import { agreementDocument } from './agreement.document.js';
import { AgreementsService } from './agreements.service.js';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The agreement on paper, to be read or to be worked on: the same blocks either way. */
@Injectable()
export class AgreementPrinting {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly agreements: AgreementsService,
  ) {}

  async print(actor: Actor, id: string, format: keyof typeof TYPES): Promise<StreamableFile> {
    const { agreement } = await this.agreements.read(this.db.manager, actor, id);
    const document = agreementDocument(agreement);
    const bytes = format === 'pdf' ? await renderPdf(document) : await docxOf(document);
    return new StreamableFile(bytes, {
      type: TYPES[format],
      disposition: `attachment; filename="convention-${agreement.application.number ?? 'projet'}-v${agreement.version}.${format}"`,
      length: bytes.length,
    });
  }
}

/** What writes word processor files is large and seldom asked for: a start does not wait for it. */
async function docxOf(document: PdfDocument): Promise<Buffer> {
  const { renderDocx } = await import('../../platform/docx/render-docx.js');
  return renderDocx(document, [document]);
}
