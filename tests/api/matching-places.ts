import type { DataSource } from 'typeorm';

/** Places, projects and territories as matching needs them: only what a test says matters is stated. */

export const LANGRES = { lon: 5.3339, lat: 47.8625 };

interface Place {
  readonly name: string;
  readonly kind?: string;
  readonly state?: 'published' | 'potential' | 'paused' | 'draft';
  readonly at?: { readonly lon: number; readonly lat: number };
  readonly locationShown?: 'exact' | 'commune';
  readonly floorM2?: number | null;
  readonly rentCents?: number | null;
  readonly tenure?: string | null;
  readonly availableFrom?: string | null;
  readonly features?: Readonly<Record<string, boolean>>;
  readonly ownerKind?: string | null;
}

let made = 0;
export const testId = (kind: string): string => `${kind}0000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;

export async function addTerritories(db: DataSource): Promise<void> {
  await db.query(`
    insert into territory (id, kind, code, name, region_code, department_code, epci_code, point) values
      ('region:44', 'region', '44', 'Grand Est', '44', null, null, null),
      ('region:04', 'region', '04', 'La Réunion', '04', null, null, null),
      ('department:52', 'department', '52', 'Haute-Marne', '44', '52', null, null),
      ('department:88', 'department', '88', 'Vosges', '44', '88', null, null),
      ('department:974', 'department', '974', 'La Réunion', '04', '974', null, null),
      ('commune:52269', 'commune', '52269', 'Langres', '44', '52', '200072999', st_setsrid(st_makepoint(5.3339, 47.8625), 4326)),
      ('commune:52140', 'commune', '52140', 'Chalindrey', '44', '52', '200072999', st_setsrid(st_makepoint(5.43, 47.80), 4326)),
      ('commune:52121', 'commune', '52121', 'Chaumont', '44', '52', '200044253', st_setsrid(st_makepoint(5.14, 48.11), 4326)),
      ('commune:88160', 'commune', '88160', 'Épinal', '44', '88', '200068757', st_setsrid(st_makepoint(6.45, 48.17), 4326)),
      ('commune:97411', 'commune', '97411', 'Saint-Denis', '04', '974', null, st_setsrid(st_makepoint(55.45, -20.88), 4326))`);
}

/** A documented place in Langres unless told otherwise: 220 m², €400 a month, free since the first of October. */
export async function addPlace(db: DataSource, place: Place): Promise<string> {
  const [id, premises, offer] = [testId('a'), testId('b'), testId('c')];
  const at = place.at ?? LANGRES;
  await db.query(
    `insert into site (id, region_code, department_code, commune_id, kind, state, name, point, grid, x_m, y_m, location_shown, agent_role,
       owner_kind, features, lead, created_at, updated_at, published_at, state_changed_at)
     select $1, '44', '52', 'commune:52269', $2, $3, $4, g.point, 2154, round(st_x(st_transform(g.point, 2154))), round(st_y(st_transform(g.point, 2154))),
       $7, case when $3 = 'potential' then null else 'owns' end, $8, $9, $3 = 'potential', now(), now(), now(), now()
     from (select st_setsrid(st_makepoint($5, $6), 4326) as point) g`,
    [
      id,
      place.kind ?? 'station_premises',
      place.state ?? 'published',
      place.name,
      at.lon,
      at.lat,
      place.locationShown ?? 'exact',
      place.ownerKind === undefined ? 'commune' : place.ownerKind,
      place.features ?? { electricity: true },
    ],
  );
  if (place.state === 'potential') return id;
  await db.query('insert into premises (id, site_id, name, floor_area_m2) values ($1, $2, $3, $4)', [
    premises,
    id,
    'Salle',
    place.floorM2 === undefined ? 220 : place.floorM2,
  ]);
  await db.query(
    `insert into offer (id, site_id, premises_id, tenure, rent_cents_per_year, charges_cents_per_year, taxes_cents_per_year, available_from, open_ended)
     values ($1, $2, $3, $4, $5, 0, 0, $6, true)`,
    [
      offer,
      id,
      premises,
      place.tenure === undefined ? 'civil_lease' : place.tenure,
      place.rentCents === undefined ? 480_000 : place.rentCents,
      place.availableFrom === undefined ? '2026-10-01' : place.availableFrom,
    ],
  );
  return id;
}

export async function addProject(db: DataSource, name: string, need: object, isPublic = true): Promise<string> {
  const [id, organisation] = [testId('d'), testId('e')];
  await db.query(
    `insert into organisation (id, name, kind, origin, created_at, updated_at) values ($1, 'Les Outils', 'ess', 'claimed', now(), now())`,
    [organisation],
  );
  await db.query(
    `insert into project (id, organisation_id, state, name, activity, public, need, created_at, updated_at)
     values ($1, $2, 'open', $3, 'repair', $4, $5, now(), now())`,
    [id, organisation, name, isPublic, JSON.stringify(need)],
  );
  return id;
}

/** The repair workshop: 150 to 300 m² within 40 km of Langres and inside Haute-Marne, at most €600 a month. */
export const workshopNeed = {
  zone: [{ anyOf: [{ type: 'circle', centre: LANGRES, radiusKm: 40 }] }, { anyOf: [{ type: 'territory', id: 'department:52' }] }],
  floorAreaMinM2: 150,
  floorAreaMaxM2: 300,
  budget: { euros: 600, per: 'month' },
  mustHave: ['electricity'],
};
