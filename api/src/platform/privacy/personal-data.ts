import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language } from '../http/request-context.js';
import type { Problem } from '../http/problem.js';

/** What one module knows of a person, and how it forgets it. */
export interface PersonalDataPart {
  /** File of the export: `accounts` becomes `accounts.json`. */
  readonly name: string;
  /** One sentence for the README of the export: what the file holds. */
  readonly says: Readonly<Record<Language, string>>;
  /**
   * The columns it answers for, as `table.column`: those that hold a person's number, their address or their own words of proof.
   * A test reads the schema and fails on one that no module answers for.
   */
  readonly holds: readonly string[];
  /** All that is known of this person and of nobody else; never a secret, a hash, or a word about another person. */
  readonly export: (db: EntityManager, accountId: string) => Promise<object>;
  /**
   * Forgets the person: deletes what is theirs alone, unties what must stay. Runs in the transaction of the erasure; the account's
   * own row, and its address, are still there: it goes last. Must be able to run twice. Null: what stays says so in the
   * retention table.
   */
  readonly erase: ((tx: EntityManager, accountId: string) => Promise<void>) | null;
  /**
   * Why the person cannot leave yet, e.g. organisations that would lose their last administrator. Locks what it counts, so that two
   * people leaving at once are counted one after the other.
   */
  readonly objection?: (tx: EntityManager, accountId: string) => Promise<Problem | null>;
}

/**
 * Every module that keeps something about people says so here, in `onModuleInit`: what is exported and what is erased is then complete
 * without the module of accounts knowing those above it (docs/adr/0043).
 * @example personalData.register({ name: 'memberships', says: {…}, holds: ['membership.account_id'], export: readMine, erase: leaveAll })
 */
@Injectable()
export class PersonalData {
  private readonly parts: PersonalDataPart[] = [];

  register(part: PersonalDataPart): void {
    if (!/^[a-z]+(-[a-z]+)*$/.test(part.name)) throw new Error(`Not the name of a file: ${part.name}`);
    if (this.parts.some(({ name }) => name === part.name)) throw new Error(`Personal data registered twice: ${part.name}`);
    this.parts.push(part);
  }

  all(): readonly PersonalDataPart[] {
    return [...this.parts].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** The first objection there is to the person leaving, or null. */
  async objection(tx: EntityManager, accountId: string): Promise<Problem | null> {
    for (const part of this.parts) {
      const objection = (await part.objection?.(tx, accountId)) ?? null;
      if (objection !== null) return objection;
    }
    return null;
  }

  async erase(tx: EntityManager, accountId: string): Promise<void> {
    for (const part of this.parts) await part.erase?.(tx, accountId);
  }
}
