import type { EntityManager } from 'typeorm';

interface Words {
  readonly title: string;
  readonly text: string;
}
export interface CorrectionRow {
  readonly id: string;
  readonly key: string;
  readonly at: Date;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly article: string;
  readonly fr: Words;
  readonly en: Words;
}

/** The latest first. */
export async function corrections(tx: EntityManager): Promise<CorrectionRow[]> {
  return tx.query(
    `select id, rule_key as key, at, effective_on as "effectiveOn", reason, article, fr, en from legal_rule_correction order by id desc`,
  );
}

export async function insertCorrection(tx: EntityManager, line: CorrectionRow & { readonly accountId: string }): Promise<void> {
  await tx.query(
    `insert into legal_rule_correction (id, rule_key, at, account_id, effective_on, reason, article, fr, en) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      line.id,
      line.key,
      line.at,
      line.accountId,
      line.effectiveOn,
      line.reason,
      line.article,
      JSON.stringify(line.fr),
      JSON.stringify(line.en),
    ],
  );
}
