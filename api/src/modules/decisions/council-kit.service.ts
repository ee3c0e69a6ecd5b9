import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import type { Config } from '../../config.js';
import { InjectConfig } from '../../platform/config.token.js';
import type { DocxPaper } from '../../platform/docx/render-docx.js';
import { problem } from '../../platform/http/problem.js';
import { parisWords } from '../../platform/paris-time.js';
import { type AwardParts, AwardsService } from './awards.service.js';
import { councilCertificate, councilDeliberation } from './council-kit.papers.js';
import { decisionsPolicy } from './decisions.policy.js';
import { lettersOfCall } from './decisions.queries.js';

export type KitPaper = 'deliberation' | 'certificate' | 'letters';
const NAMES: Readonly<Record<KitPaper, string>> = {
  deliberation: 'deliberation',
  certificate: 'certificat-de-publicite',
  letters: 'lettres',
};
const SEVERAL = 'Lettres de décision';

/** Papers for the council, to be read again and changed in a word processor. In French, like the acts they prepare. */
@Injectable()
export class CouncilKitService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly awards: AwardsService,
  ) {}

  async read(actor: Actor, callId: string, paper: KitPaper): Promise<StreamableFile> {
    const parts = await this.awards.read(this.db.manager, actor, callId, decisionsPolicy.readCouncilKit);
    const { call } = parts;
    const papers = await this.papers(parts, paper);
    const title = papers.length === 1 ? (papers[0]?.title ?? '') : `${SEVERAL} : ${call.content.title}`;
    // Large and seldom asked for: a start does not wait for it.
    const { renderDocx } = await import('../../platform/docx/render-docx.js');
    const bytes = await renderDocx({ title, language: 'fr', author: call.organisation.name }, papers);
    return new StreamableFile(bytes, {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      disposition: `attachment; filename="${NAMES[paper]}.docx"`,
    });
  }

  private async papers(parts: AwardParts, paper: KitPaper): Promise<readonly DocxPaper[]> {
    if (paper === 'certificate')
      return [
        councilCertificate(parts, {
          say: (instant) => parisWords(new Date(instant), 'fr'),
          page: `${this.config.publicUrl}/appels/${parts.call.id}`,
        }),
      ];
    if (parts.lines.length === 0) throw problem('call-state-forbids', { facts: { state: parts.now } });
    if (paper === 'deliberation') return [councilDeliberation(parts)];
    const letters = await lettersOfCall(this.db.manager, parts.call.id);
    if (letters.length === 0) throw problem('call-state-forbids', { facts: { state: parts.now } });
    return letters.map(({ content }) => content);
  }
}
