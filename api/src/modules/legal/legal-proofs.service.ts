import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Injectable, type OnModuleInit, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { kindOfFile } from '../../platform/files/file-kind.js';
import { downloadName } from '../../platform/files/file-title.js';
import { Files } from '../../platform/files/files.js';
import { findPdfFault } from '../../platform/files/pdf-check.js';
import { serveFile } from '../../platform/files/serve-file.js';
import { type Signature, SignedLinks } from '../../platform/files/signed-links.js';
import { receiveUpload, refuseByItsHead } from '../../platform/files/upload.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Journal } from '../../platform/journal/journal.js';
import { LegalProcedures } from './legal-procedures.service.js';
import { doneSteps } from './legal-procedure.view.js';
import * as rows from './legal-proofs.queries.js';
import { PROOFS_OF_A_PROCEDURE } from './legal-proofs.schemas.js';
import { pathOfProof } from './legal-proofs.view.js';
import { legalProofReceived } from './legal.events.js';
import { legalPolicy } from './legal.policy.js';
import type { ProcedureRow } from './legal.queries.js';
import type { LegalProcedureView } from './legal.schemas.js';
import type { Step } from './legal.vocabulary.js';

const MAX_FILE_BYTES = 20_000_000;
const NIGHT_HOUR_UTC = 4;
const HOUR_MS = 3_600_000;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** The documents that prove answers and steps: checked as all files are, kept as long as the procedure, opened by signed links. */
@Injectable()
export class LegalProofs implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly files: Files,
    private readonly links: SignedLinks,
    private readonly journal: Journal,
    private readonly procedures: LegalProcedures,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(legalProofReceived, 'check', ({ proofId }) => this.check(proofId));
    this.jobs.daily('check-late-legal-proofs', NIGHT_HOUR_UTC, () => this.checkAgain());
  }

  async receive(actor: Actor, id: string, step: Step, request: Request): Promise<LegalProcedureView> {
    await this.procedureFor(this.db.manager, actor, id, step);
    refuseByItsHead(request, MAX_FILE_BYTES);
    await this.limits.consume('upload-account', actor.accountId);
    const upload = await receiveUpload(request, this.files.incoming, MAX_FILE_BYTES);
    try {
      const read = await kindOfFile(upload.path);
      if ('found' in read) throw problem('file-type-refused', { facts: { found: read.found } });
      await this.files.keep(upload);
      return await this.db.transaction(async (tx) => {
        const { organisationId, version } = await this.procedureFor(tx, actor, id, step);
        const file = { id: this.ids.next(), title: upload.title, type: read.type, bytes: upload.bytes, sourceName: upload.name };
        await rows.insertProof(tx, { ...file, procedureId: id, step, version, accountId: actor.accountId, at: this.clock.now() });
        await this.files.use(tx, upload.name);
        await this.jobs.enqueue(tx, legalProofReceived, { proofId: file.id });
        const view = await this.procedures.presentById(tx, actor, id);
        await this.journal.recordAct(tx, {
          actor: { kind: 'person', id: actor.accountId },
          action: 'add-legal-proof',
          thing: { kind: 'legal_procedure', id },
          organisationId,
          facts: { step, version, sha256: upload.name },
        });
        return view;
      });
    } finally {
      await this.files.incoming.discard(upload);
    }
  }

  /** The link that readers of the procedure are given is the whole authority. */
  async read(id: string, signature: Signature, request: Request, response: Response): Promise<StreamableFile | undefined> {
    const link = this.links.check(pathOfProof(id), signature);
    if (link === 'expired') throw problem('file-link-expired');
    const proof = link === 'valid' ? await rows.findProof(this.db.manager, id) : null;
    if (proof?.state !== 'ready') throw problem('not-found');
    const { sourceName: name, type, bytes, title } = proof;
    const fileName = downloadName(title, 'preuve', EXTENSIONS[type] ?? 'bin');
    const served = { name, type, bytes, fileName, disposition: 'attachment' as const, isPrivate: true };
    return serveFile(request, response, served, (stored) => this.files.open(stored));
  }

  /** Harmless twice: a file that was judged stays so. */
  private async check(proofId: string): Promise<void> {
    const file = await rows.findProof(this.db.manager, proofId);
    if (file?.state !== 'received') return;
    const refusal = (await this.files.findVirus(file.sourceName)) === null ? await this.faultIn(file) : 'virus';
    await this.db.transaction((tx) => rows.judgeProof(tx, proofId, refusal));
  }

  private async checkAgain(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const late = await rows.proofsWaitingSince(tx, new Date(this.clock.now().getTime() - HOUR_MS));
      for (const proofId of late) await this.jobs.enqueue(tx, legalProofReceived, { proofId }, { key: proofId });
    });
  }

  private async faultIn({ type, sourceName }: rows.ProofRow) {
    if (type !== 'application/pdf') return null;
    const copy = await this.files.incoming.write(await this.files.open(sourceName));
    return findPdfFault(await buffer(createReadStream(copy.path)).finally(() => this.files.incoming.discard(copy)));
  }

  /** Only what is done can be proven. */
  private async procedureFor(tx: EntityManager, actor: Actor, id: string, step: Step): Promise<ProcedureRow> {
    const procedure = await this.procedures.read(tx, actor, id, legalPolicy.addLegalProof);
    if (!doneSteps(procedure, this.clock.now()).has(step)) throw problem('legal-step-missing', { facts: { step } });
    // Those that the checks refused prove nothing, and take nobody's place.
    const kept = (await rows.proofsOf(tx, id)).filter(({ state }) => state !== 'refused');
    if (kept.length >= PROOFS_OF_A_PROCEDURE) throw problem('too-many-files', { facts: { max: PROOFS_OF_A_PROCEDURE } });
    return procedure;
  }
}
