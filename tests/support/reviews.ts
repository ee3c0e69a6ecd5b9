import { uuidv7 } from 'uuidv7';

let given = 0;

/** An application that was filed and admitted, by the shortest way. */
export async function givenAdmissible(
  t: { readonly db: { readonly query: (statement: string, values?: unknown[]) => Promise<unknown> } },
  callId: string,
  organisationId: string,
  lots: readonly string[],
  { state = 'admissible', siteId = null as string | null } = {},
): Promise<string> {
  const id = uuidv7();
  given += 1;
  const answers = { ess: ['oui'], jauge: 10 + given, texte: `Le projet n° ${given}` };
  const target = siteId === null ? [callId, null] : [null, siteId];
  await t.db.query(
    `insert into application (id, call_id, site_id, organisation_id, state, title, answers, lots, form, number, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2026-12-10T10:00:00Z', '2026-12-10T10:00:00Z')`,
    [
      id,
      ...target,
      organisationId,
      state,
      `Projet ${given}`,
      JSON.stringify(answers),
      lots,
      siteId === null ? null : '[]',
      `TE-2026-9${String(given).padStart(5, '0')}`,
    ],
  );
  await t.db.query(
    `insert into application_filing (id, application_id, sequence, arrived_at, recorded_at, content, content_hash)
     values ($1, $2, 1, '2026-12-10T10:00:00Z', '2026-12-10T10:00:00Z', $3, $4)`,
    [uuidv7(), id, JSON.stringify({ answers, lots, files: [] }), 'a'.repeat(64)],
  );
  return id;
}
