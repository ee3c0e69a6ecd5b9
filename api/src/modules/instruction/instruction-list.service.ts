import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { FilingService } from '../applications/filing.service.js';
import { CallsService } from '../calls/calls.service.js';
import { INSTRUCTION_COLUMNS } from './instruction.export.js';
import { instructionFigures, listInstruction, type ListedLine, organisationName, type Scope } from './instruction-list.queries.js';
import { instructionPolicy } from './instruction.policy.js';
import type { InstructionExportSearch, InstructionPage, InstructionSearch } from './instruction.schemas.js';

const BATCH = 200;

/** The files of a call, or the direct requests to an owner, as its agents work through them. */
@Injectable()
export class InstructionListService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly filing: FilingService,
  ) {}

  async ofCall(actor: Actor, callId: string, search: InstructionSearch): Promise<InstructionPage> {
    const { drafts, sealed, isInSteps, lots, title, organisationId } = await this.call(
      actor,
      callId,
      instructionPolicy.listCallInstruction,
    );
    const about = { title, organisationId, sealed, isInSteps, drafts, lots };
    if (sealed) return { ...about, counts: [], unread: 0, mine: 0, items: [], next: null };
    return { ...about, ...(await this.page(actor, { callId }, search)) };
  }

  async requestsTo(actor: Actor, ownerId: string, search: InstructionSearch): Promise<InstructionPage> {
    authorise(instructionPolicy.listRequestInstruction, actor, { organisationId: ownerId });
    const title = await organisationName(this.db.manager, ownerId);
    return {
      title,
      organisationId: ownerId,
      sealed: false,
      isInSteps: false,
      drafts: 0,
      lots: [],
      ...(await this.page(actor, { ownerId }, search)),
    };
  }

  async exportCall(actor: Actor, callId: string, search: InstructionExportSearch): Promise<Readable> {
    const { sealed } = await this.call(actor, callId, instructionPolicy.exportCallInstruction);
    return this.csv(actor, sealed ? null : { callId }, search);
  }

  exportRequests(actor: Actor, ownerId: string, search: InstructionExportSearch): Readable {
    authorise(instructionPolicy.exportRequestInstruction, actor, { organisationId: ownerId });
    return this.csv(actor, { ownerId }, search);
  }

  private async page({ accountId }: Actor, scope: Scope, search: InstructionSearch) {
    const reader = { accountId, now: this.clock.now() };
    const found = await listInstruction(this.db.manager, scope, reader, search);
    const figures = await instructionFigures(this.db.manager, scope, reader);
    return { ...figures, ...toPage(found, search.limit, ({ key, id }) => [key, id]) };
  }

  private async call(actor: Actor, callId: string, line: Permission) {
    const call = await this.calls.read(this.db.manager, actor, callId, line);
    const { title, lots } = await this.calls.present(this.db.manager, actor, call);
    const figures = await this.filing.figuresOf(call, this.clock.now());
    return {
      ...figures,
      title,
      isInSteps: call.content.firstStep !== null,
      organisationId: call.organisation.id,
      lots: lots.map(({ id, name }) => ({ id, name })),
    };
  }

  /** For spreadsheets: what is in the list, never what agents note among themselves. */
  private csv({ accountId }: Actor, scope: Scope | null, search: InstructionExportSearch): Readable {
    const language = currentLanguage();
    const columns = INSTRUCTION_COLUMNS.map(({ header }) => header[language]);
    const rows = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', header: true, columns });
    const lines = async function* (all: AsyncIterable<ListedLine>) {
      for await (const line of all) yield INSTRUCTION_COLUMNS.map(({ of }) => of(line, language));
    };
    return Readable.from(lines(this.all(accountId, scope, search)), { objectMode: true }).compose(rows) as Readable;
  }

  private async *all(accountId: string, scope: Scope | null, search: InstructionExportSearch): AsyncGenerator<ListedLine> {
    let cursor: InstructionSearch['cursor'];
    while (scope !== null) {
      const found: ListedLine[] = await listInstruction(
        this.db.manager,
        scope,
        { accountId, now: this.clock.now() },
        { ...search, cursor, limit: BATCH },
      );
      yield* found.slice(0, BATCH);
      const last = found[BATCH - 1];
      if (found.length <= BATCH || last === undefined) return;
      cursor = [last.key, last.id];
    }
  }
}
