import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { instructionPolicy } from './instruction.policy.js';
import * as rows from './instruction-settings.queries.js';
import type {
  CreateInstructionLabel,
  InstructionSettings,
  SaveInstructionView,
  UpdateInstructionLabel,
} from './instruction-settings.schemas.js';

/** What the agents of an organisation share: labels, and views of their lists. */
@Injectable()
export class InstructionSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  async get(actor: Actor, organisationId: string): Promise<InstructionSettings> {
    authorise(instructionPolicy.getInstructionSettings, actor, { organisationId });
    return this.present(this.db.manager, actor, organisationId);
  }

  async createLabel(actor: Actor, organisationId: string, { name, colour }: CreateInstructionLabel): Promise<InstructionSettings> {
    authorise(instructionPolicy.createInstructionLabel, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const label = { id: this.ids.next(), organisationId, name, colour };
      await this.refuseTwice(tx, actor, label);
      await rows.insertLabel(tx, label, this.clock.now());
      await this.tell(tx, actor, 'create-instruction-label', label);
      return this.present(tx, actor, organisationId);
    });
  }

  async updateLabel(actor: Actor, id: string, { name, colour, removed }: UpdateInstructionLabel): Promise<InstructionSettings> {
    return this.db.transaction(async (tx) => {
      const label = await rows.findLabel(tx, id);
      if (label === null) throw problem('not-found');
      authorise(instructionPolicy.updateInstructionLabel, actor, label);
      const next = { ...label, name: name ?? label.name, colour: colour ?? label.colour };
      if (removed === undefined) await this.refuseTwice(tx, actor, next);
      await rows.writeLabel(tx, next, removed === undefined ? null : this.clock.now());
      await this.tell(tx, actor, removed === undefined ? 'update-instruction-label' : 'remove-instruction-label', next);
      return this.present(tx, actor, label.organisationId);
    });
  }

  /** A view is its agent's own convenience: nothing of it is proved. */
  async saveView(actor: Actor, organisationId: string, view: SaveInstructionView): Promise<InstructionSettings> {
    authorise(instructionPolicy.saveInstructionView, actor, { organisationId });
    return this.db.transaction(async (tx) => {
      const line = { ...view, id: this.ids.next(), organisationId, accountId: actor.accountId, at: this.clock.now() };
      await rows.writeView(tx, line);
      return this.present(tx, actor, organisationId);
    });
  }

  async removeView(actor: Actor, id: string): Promise<InstructionSettings> {
    return this.db.transaction(async (tx) => {
      const view = await rows.findView(tx, id);
      if (view === null) throw problem('not-found');
      authorise(instructionPolicy.removeInstructionView, actor, { accountId: view.accountId });
      await rows.deleteView(tx, id);
      return this.present(tx, actor, view.organisationId);
    });
  }

  private async present(tx: EntityManager, actor: Actor, organisationId: string): Promise<InstructionSettings> {
    const canWrite = whyNotAllowed(instructionPolicy.createInstructionLabel, actor, { organisationId });
    return { ...(await rows.settingsOf(tx, organisationId, actor.accountId)), canWrite };
  }

  private async refuseTwice(tx: EntityManager, actor: Actor, { id, organisationId, name }: rows.LabelRow): Promise<void> {
    const { labels } = await rows.settingsOf(tx, organisationId, actor.accountId);
    if (labels.some((label) => label.id !== id && label.name.toLowerCase() === name.toLowerCase())) throw problem('label-named-twice');
  }

  private async tell(tx: EntityManager, actor: Actor, action: string, { id, organisationId, colour }: rows.LabelRow): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: actor.accountId },
      action,
      thing: { kind: 'instruction-label', id },
      organisationId,
      facts: { colour },
    });
  }
}
