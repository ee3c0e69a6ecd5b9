import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { type Act, actSchema, FIRST_HASH, hashLine, type JournalLine } from './act.js';
import { appendLine, lockHead, readHead, readLines, readLinesAbout, type StoredLine } from './journal.queries.js';

const PAGE = 1_000;

export type Verification =
  | { readonly intact: true; readonly acts: number; readonly lastHash: string }
  | { readonly intact: false; readonly seq: number; readonly fault: 'altered' | 'removed' | 'head-mismatch'; readonly explanation: string };

/** The append-only, hash-chained journal of acts (docs/adr/0005). */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  /**
   * Adds one act inside the caller's transaction: it exists if and only if the change does.
   * Call it last: from here to the commit other writers wait.
   */
  async recordAct(tx: EntityManager, act: Act): Promise<void> {
    if (!tx.queryRunner?.isTransactionActive) throw new Error('recordAct needs the transaction of the change it proves');
    const checked = actSchema.parse(act);
    const head = await lockHead(tx);
    const line: JournalLine = { ...checked, seq: head.seq + 1, at: this.clock.now().toISOString(), previousHash: head.hash };
    await appendLine(tx, { ...line, hash: hashLine(line) });
  }

  /** Lines about some things, in order, as they were hashed: for whoever takes proof away. */
  about(db: EntityManager, things: readonly { readonly kind: string; readonly id: string }[]): Promise<StoredLine[]> {
    return readLinesAbout(db, things);
  }

  /** Walks the whole chain and names the first act that was altered, removed or moved. */
  async verify(db: EntityManager): Promise<Verification> {
    let seq = 0;
    let hash = FIRST_HASH;
    for (let lines = await readLines(db, seq, PAGE); lines.length > 0; lines = await readLines(db, seq, PAGE)) {
      for (const { hash: storedHash, ...line } of lines) {
        seq += 1;
        if (line.seq !== seq) return broken(seq, 'removed', `act ${seq} is missing: the journal goes from ${seq - 1} to ${line.seq}`);
        if (hashLine(line) !== storedHash) return broken(seq, 'altered', `act ${seq} no longer matches its own hash`);
        if (line.previousHash !== hash)
          return broken(seq, 'altered', `act ${seq} does not follow act ${seq - 1}: one of them was replaced or moved`);
        hash = storedHash;
      }
    }
    const head = await readHead(db);
    if (head === null) return broken(seq, 'head-mismatch', 'the head of the journal is missing');
    if (head.seq > seq)
      return broken(seq + 1, 'removed', `act ${seq + 1} is missing: the journal announces ${head.seq} acts and holds ${seq}`);
    if (head.seq !== seq || head.hash !== hash)
      return broken(seq, 'head-mismatch', `the head announces act ${head.seq}, the last act is ${seq}`);
    return { intact: true, acts: seq, lastHash: hash };
  }
}

function broken(seq: number, fault: Exclude<Verification, { intact: true }>['fault'], explanation: string): Verification {
  return { intact: false, seq, fault, explanation };
}
