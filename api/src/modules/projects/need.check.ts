import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Need } from './needs.schemas.js';

export type CheckNeed = (tx: EntityManager, need: Need) => Promise<unknown>;

/** Where the matching module says how to tell that its engine can read a need (in `onModuleInit`): projects stand below it. */
@Injectable()
export class NeedCheck {
  private read: CheckNeed = () => Promise.resolve();

  needsAreReadBy(read: CheckNeed): void {
    this.read = read;
  }

  /** @throws Problem 422 for a need that could be stored but never matched: an unknown criterion, a drawing that crosses itself */
  async check(tx: EntityManager, need: Need): Promise<void> {
    await this.read(tx, need);
  }
}
