import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { InstructionActs } from './instruction-acts.js';
import { InstructionDesk } from './instruction-desk.js';
import { instructionPolicy } from './instruction.policy.js';
import type { EditNote, InstructionView, WriteNote } from './instruction.schemas.js';
import { InstructionService } from './instruction.service.js';
import { insertNote, notesOf, writeNote } from './notes.queries.js';

/** What agents write to each other about a file; the applicant never reads it. */
@Injectable()
export class NotesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly desk: InstructionDesk,
    private readonly acts: InstructionActs,
    private readonly instruction: InstructionService,
  ) {}

  async write(actor: Actor, id: string, { text }: WriteNote): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.writeNote);
      const noteId = this.ids.next();
      await insertNote(tx, { id: noteId, applicationId: id, accountId: actor.accountId, text, at: this.clock.now() });
      await this.acts.tell(tx, actor, dossier, { action: 'writeNote', facts: { noteId } });
      return this.instruction.present(tx, actor, dossier);
    });
  }

  /** By whoever wrote it, and nobody else. */
  async edit(actor: Actor, id: string, noteId: string, { text, version }: EditNote): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.editNote);
      const note = (await notesOf(tx, id)).find((one) => one.id === noteId);
      if (note === undefined) throw problem('not-found');
      if (note.accountId !== actor.accountId) throw problem('not-yours');
      if (!(await writeNote(tx, { id: noteId, text, version }, this.clock.now())))
        throw problem('changed-meanwhile', { facts: { version: note.version } });
      await this.acts.tell(tx, actor, dossier, { action: 'editNote', facts: { noteId } });
      return this.instruction.present(tx, actor, dossier);
    });
  }
}
