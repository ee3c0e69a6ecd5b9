import type { TestApp } from './test-app.js';

/** What the journal says was done in an organisation, oldest first. */
export async function actsIn(t: TestApp, organisationId: string): Promise<string[]> {
  const acts = await t.db.query<{ action: string }[]>('select action from journal_act where organisation_id = $1 order by seq', [
    organisationId,
  ]);
  return acts.map(({ action }) => action);
}
