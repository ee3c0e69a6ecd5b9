import { uuidv7 } from 'uuidv7';
import { type Person } from './actors.js';
import type { TestApp } from './test-app.js';

/** SIRET with a sound key, of invented bodies. */
export const SIRET = { plateau: '90000000100017', rails: '80746931700018', epci: '20007299900010' } as const;

export const association = {
  siret: SIRET.plateau,
  name: 'Les Ateliers du Plateau',
  kind: 'ess',
  legalForm: 'association',
  communeId: 'commune:52269',
  summary: 'Menuiserie et maraîchage.',
  contactEmail: 'contact@ateliers.example',
  proof: 'Je préside l’association : procès-verbal du 3 mars joint au courrier.',
};

/** The organisation this person has just claimed. */
export async function claimed(person: Person, changes: object = {}): Promise<string> {
  const { body } = await person
    .http()
    .post('/api/organisations')
    .send({ ...association, ...changes })
    .expect(201);
  return body.id as string;
}

/** A row of the register of inclusion enterprises, as its import writes it: not for the public. */
export async function givenRegistered(
  t: TestApp,
  columns: Record<string, unknown> = {},
  statuses: readonly string[] = [],
): Promise<string> {
  await t.db.query(
    `insert into dataset (id, title, producer, licence, attribution, as_of, members_only, imported_at)
     values ('siae', 'Liste des SIAE', 'ASP', 'À confirmer', 'ASP', '2026-10-01', true, now()) on conflict do nothing`,
  );
  const row = {
    id: uuidv7(),
    siret: SIRET.plateau,
    name: 'ATELIERS DU PLATEAU',
    kind: 'ess',
    commune_id: 'commune:52269',
    department_code: '52',
    summary: 'Texte du registre',
    origin: 'register',
    dataset_id: 'siae',
    demo: false,
    state: 'unclaimed',
    version: 1,
    second_factor_required: false,
    created_at: t.clock.now(),
    updated_at: t.clock.now(),
    ...columns,
  };
  const names = Object.keys(row).join(', ');
  await t.db.query(`insert into organisation (${names}) select ${names} from jsonb_populate_record(null::organisation, $1)`, [
    JSON.stringify(row),
  ]);
  for (const status of statuses) {
    await t.db.query(
      `insert into organisation_status (organisation_id, status, dataset_id, seen_on) values ($1, $2, 'siae', '2026-09-15')`,
      [row.id, status],
    );
  }
  return row.id;
}

/** What the journal keeps of a thing, oldest first. */
export function actsOn(
  t: TestApp,
  thingId: string,
): Promise<{ action: string; why: string | null; from_state: string; to_state: string }[]> {
  return t.db.query(
    'select action, why, from_state, to_state, actor_id, organisation_id, facts from journal_act where thing_id = $1 order by seq',
    [thingId],
  );
}
