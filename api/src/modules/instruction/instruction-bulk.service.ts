import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Problem, problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { AdmissionService } from './admission.service.js';
import * as rows from './instruction-acts.queries.js';
import { InstructionActs } from './instruction-acts.js';
import { InstructionDesk } from './instruction-desk.js';
import { instructionPolicy } from './instruction.policy.js';
import { type UndoneAct, whyNotUndo } from './instruction.rules.js';
import type { Chosen } from './shortlist/shortlist.queries.js';
import { ShortlistService } from './shortlist/shortlist.service.js';
import type { InstructionActsDone, InstructionActsInput, InstructionUndo } from './instruction.schemas.js';

const UNDONE = said('Annulé par l’agent : l’acte avait été fait par erreur.', 'Undone by the agent: it had been done by mistake.');
type Kept = 'agents' | 'labels';
const KEPT: Readonly<Record<'assign' | 'unassign' | 'label' | 'unlabel', Kept>> = {
  assign: 'agents',
  unassign: 'agents',
  label: 'labels',
  unlabel: 'labels',
};
const OPPOSITE = { assign: 'unassign', unassign: 'assign', label: 'unlabel', unlabel: 'label' } as const;

/** One act on one file or on many, each apart: what is refused for one is done for the others, and undone while nothing follows from it. */
@Injectable()
export class InstructionBulkService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly desk: InstructionDesk,
    private readonly acts: InstructionActs,
    private readonly admission: AdmissionService,
    private readonly shortlist: ShortlistService,
  ) {}

  act(actor: Actor, input: InstructionActsInput): Promise<InstructionActsDone> {
    return this.each(input.ids, (tx, id) => {
      if (input.action === 'admit') return this.admission.admitOne(tx, actor, id);
      if (input.action === 'shortlist') return this.shortlist.chooseOne(tx, actor, id, input);
      if (input.action === 'requestCorrection') return this.admission.requestOne(tx, actor, id, input);
      return this.keep(tx, actor, id, input.action, 'agents' in input ? input.agents : input.labels);
    });
  }

  undo(actor: Actor, { acts }: InstructionUndo): Promise<InstructionActsDone> {
    return this.each(acts, (tx, id) => this.undoOne(tx, actor, id));
  }

  /** @returns null when all was so already */
  private async keep(
    tx: EntityManager,
    actor: Actor,
    id: string,
    action: keyof typeof KEPT,
    given: readonly string[],
  ): Promise<string | null> {
    const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.writeNote);
    const known = await this.known(tx, dossier.owner.id, action, given);
    if (known.length < new Set(given).size) throw problem('not-found');
    const changed = await this.change(tx, id, action, given);
    return changed.length === 0 ? null : this.acts.tell(tx, actor, dossier, { action, facts: { [KEPT[action]]: changed } });
  }

  /** Who has left since may be taken off, never put on. */
  private async known(tx: EntityManager, ownerId: string, action: keyof typeof KEPT, given: readonly string[]): Promise<readonly string[]> {
    if (action === 'assign') return rows.agentsAmong(tx, ownerId, given);
    return action === 'label' ? rows.labelsAmong(tx, ownerId, given) : [...new Set(given)];
  }

  private change(tx: EntityManager, id: string, action: keyof typeof KEPT, given: readonly string[]): Promise<string[]> {
    const at = this.clock.now();
    switch (action) {
      case 'assign':
        return rows.addAgents(tx, id, given, at);
      case 'unassign':
        return rows.takeOffAgents(tx, id, given);
      case 'label':
        return rows.addLabels(tx, id, given, at);
      case 'unlabel':
        return rows.takeOffLabels(tx, id, given);
    }
  }

  private async undoOne(tx: EntityManager, actor: Actor, actId: string): Promise<string> {
    const act = await rows.findAct(tx, actId);
    if (act === null) throw problem('not-found');
    const dossier = await this.desk.hold(tx, actor, act.applicationId, instructionPolicy.writeNote);
    const why = whyNotUndo(act, dossier.state, this.clock.now());
    if (why !== null) throw problem(why, { facts: { state: dossier.state } });
    const action = act.action as UndoneAct;
    if (action === 'admit') await this.admission.takeBackOne(tx, actor, dossier.id, UNDONE.error());
    else if (action === 'requestCorrection') await this.admission.endOne(tx, actor, dossier.id, UNDONE.error());
    else if (action !== 'shortlist') await this.change(tx, dossier.id, OPPOSITE[action], act.facts[KEPT[action]] as string[]);
    // A correction that was asked by mistake takes no choice away.
    const before = chosenBefore(act);
    if (action === 'shortlist' || before !== null) await this.shortlist.restoreOne(tx, dossier.id, before);
    return this.acts.tell(tx, actor, dossier, { action: 'undo', facts: { undoes: act.id, what: action } });
  }

  private async each(ids: readonly string[], one: (tx: EntityManager, id: string) => Promise<string | null>): Promise<InstructionActsDone> {
    const items: InstructionActsDone['items'] = [];
    for (const id of new Set(ids)) {
      try {
        items.push({ id, act: await this.db.transaction((tx) => one(tx, id)), code: null });
      } catch (refusal) {
        if (!(refusal instanceof Problem)) throw refusal;
        items.push({ id, act: null, code: refusal.code });
      }
    }
    return { items, next: null };
  }
}

const chosenBefore = ({ facts }: rows.ActRow) => (facts['before'] ?? null) as Chosen | null;
