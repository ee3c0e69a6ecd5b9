import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { renderDocx } from '../../platform/docx/render-docx.js';
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
    private readonly clock: Clock,
    private readonly awards: AwardsService,
  ) {}

  async read(actor: Actor, callId: string, paper: KitPaper): Promise<StreamableFile> {
    const parts = await this.awards.read(this.db.manager, actor, callId, decisionsPolicy.readCouncilKit);
    const { call } = parts;
    const bytes = await renderDocx({
      title: call.content.title,
      language: 'fr',
      author: call.organisation.name,
      createdAt: this.clock.now(),
      footer: call.organisation.name,
      blocks: (await this.papers(parts, paper)).flatMap(onPagesOfItsOwn),
    });
    return new StreamableFile(bytes, {
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

function onPagesOfItsOwn({ title, blocks }: Paper, index: number): PdfBlock[] {
  return [...(index === 0 ? [] : [{ kind: 'page-break' } as const]), { kind: 'heading', level: 2, text: title }, ...blocks];
}
