import type { EntityManager } from 'typeorm';
import type { Step } from './legal.vocabulary.js';

export interface ProofRow {
  readonly id: string;
  readonly procedureId: string;
  readonly step: Step;
  readonly version: number;
  readonly title: string | null;
  readonly type: string;
  readonly bytes: number;
  readonly sourceName: string;
  readonly state: 'received' | 'ready' | 'refused';
  readonly refusal: string | null;
  readonly at: Date;
}
const PROOF = `id, procedure_id as "procedureId", step, version, title, type, bytes::int as bytes, source_name as "sourceName", state, refusal,
  created_at as at`;

export async function insertProof(
  tx: EntityManager,
  line: Omit<ProofRow, 'state' | 'refusal'> & { readonly accountId: string },
): Promise<void> {
  await tx.query(
    `insert into legal_proof (id, procedure_id, step, version, account_id, title, type, bytes, source_name, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'received', $10)`,
    [line.id, line.procedureId, line.step, line.version, line.accountId, line.title, line.type, line.bytes, line.sourceName, line.at],
  );
}

export async function proofsOf(tx: EntityManager, procedureId: string): Promise<ProofRow[]> {
  return tx.query(`select ${PROOF} from legal_proof where procedure_id = $1 order by id`, [procedureId]);
}

export async function findProof(tx: EntityManager, id: string): Promise<ProofRow | null> {
  const rows: ProofRow[] = await tx.query(`select ${PROOF} from legal_proof where id = $1`, [id]);
  return rows[0] ?? null;
}

/** @param refusal null = nothing wrong was found */
export async function judgeProof(tx: EntityManager, id: string, refusal: string | null): Promise<void> {
  await tx.query(
    `update legal_proof set state = case when $2::text is null then 'ready' else 'refused' end, refusal = $2 where id = $1 and state = 'received'`,
    [id, refusal],
  );
}

export async function proofsWaitingSince(tx: EntityManager, before: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`select id from legal_proof where state = 'received' and created_at < $1 order by id`, [
    before,
  ]);
  return rows.map(({ id }) => id);
}
