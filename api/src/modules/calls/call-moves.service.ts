import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { CallActs } from './call-acts.js';
import { type CallAction, type CallState, nextCallState, storedState } from './call.rules.js';
import { stateOf } from './call.view.js';
import { type CallRecord, findCall, lockCall, moveCall, writeShortlist } from './calls.queries.js';

/** A call as other modules hold it. */
export type HeldCall = CallRecord;

export interface CallMove {
  readonly action: CallAction;
  /** Public, as all reasons of a call. */
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** The one way by which review and decision move a call along its table. Whoever calls has asked for the right to act. */
@Injectable()
export class CallMoves {
  constructor(
    private readonly clock: Clock,
    private readonly acts: CallActs,
  ) {}

  /** The call as it is now, and as it stays until the transaction ends. @throws Problem `not-found` */
  async hold(tx: EntityManager, id: string): Promise<CallRecord & { readonly now: CallState }> {
    await lockCall(tx, id);
    const call = await findCall(tx, id);
    if (call === null) throw problem('not-found');
    return { ...call, now: stateOf(call, this.clock.now()) };
  }

  /** The dated act between two steps: how many outlines were read, how many go on. */
  async announceShortlist(tx: EntityManager, actor: Actor, call: CallRecord, counts: { readonly files: number; readonly kept: number }) {
    await writeShortlist(tx, call.id, { at: this.clock.now().toISOString(), ...counts });
    return this.move(tx, actor, call, { action: 'announceShortlist', facts: counts });
  }

  /** @throws Problem `call-state-forbids` when the table has no such move */
  async move(tx: EntityManager, actor: Actor, call: CallRecord, { action, reason = null, facts }: CallMove): Promise<CallState> {
    const at = this.clock.now();
    const fromState = stateOf(call, at);
    const toState = nextCallState(fromState, action);
    if (toState === null) throw problem('call-state-forbids', { facts: { state: fromState } });
    if (!(await moveCall(tx, call, { to: storedState(toState), reason, at }))) throw problem('changed-meanwhile');
    await this.acts.tell(tx, actor, call, { action, version: call.version, fromState, toState, reason, ...(facts ? { facts } : {}) });
    return toState;
  }
}
