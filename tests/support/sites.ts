import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** Two communes of Haute-Marne and one of Haute-Saône, at their real places: enough geography for most tests. */
export async function givenTerritories(db: DataSource): Promise<void> {
  await db.query(`
    insert into territory (id, kind, code, name, region_code, department_code, epci_code, point) values
      ('region:44', 'region', '44', 'Grand Est', '44', null, null, null),
      ('region:27', 'region', '27', 'Bourgogne-Franche-Comté', '27', null, null, null),
      ('department:52', 'department', '52', 'Haute-Marne', '44', '52', null, null),
      ('department:70', 'department', '70', 'Haute-Saône', '27', '70', null, null),
      ('epci:200072999', 'epci', '200072999', 'CC du Grand Langres', '44', '52', '200072999', null),
      ('commune:52269', 'commune', '52269', 'Langres', '44', '52', '200072999', st_setsrid(st_makepoint(5.3375, 47.8598), 4326)),
      ('commune:52093', 'commune', '52093', 'Chalindrey', '44', '52', null, st_setsrid(st_makepoint(5.4421, 47.7949), 4326)),
      ('commune:70122', 'commune', '70122', 'Champlitte', '27', '70', null, st_setsrid(st_makepoint(5.5157, 47.6370), 4326))`);
}

export interface SiteGiven {
  readonly id?: string;
  readonly name?: string;
  readonly kind?: string | undefined;
  readonly state?: string;
  readonly commune?: string | undefined;
  readonly lonLat?: readonly [number, number] | null;
  readonly shown?: 'exact' | 'commune' | 'after_contact';
  readonly publishedAt?: string;
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly premises?: readonly Readonly<Record<string, unknown>>[];
  readonly offers?: readonly (Readonly<Record<string, unknown>> & { readonly part?: number | undefined })[];
}

/** A published place of Langres, owned, with nothing else known: each test adds what it is about. */
export async function givenSite(db: DataSource, given: SiteGiven = {}): Promise<string> {
  const id = given.id ?? uuidv7();
  const commune = given.commune ?? '52269';
  const state = given.state ?? 'published';
  const at = given.publishedAt ?? '2026-11-01T08:00:00Z';
  const [lon, lat] = given.lonLat === undefined ? [5.34, 47.862] : (given.lonLat ?? [null, null]);
  const row = {
    id,
    kind: given.kind ?? 'workshop',
    state,
    name: given.name ?? 'Atelier sans nom',
    commune_id: `commune:${commune}`,
    department_code: commune.slice(0, 2),
    region_code: commune.startsWith('70') ? '27' : '44',
    location_shown: given.shown ?? 'exact',
    owner_kind: 'commune',
    agent_role: 'owns',
    lead: state === 'potential',
    features: {},
    constraints: {},
    uses: {},
    parcels: [],
    demo: false,
    created_at: at,
    updated_at: at,
    published_at: state === 'potential' ? null : at,
    state_changed_at: at,
    ...given.columns,
  };
  await db.transaction(async (tx) => {
    const columns = Object.keys(row).join(', ');
    await tx.query(
      `insert into site (${columns}, point) select ${columns}, st_setsrid(st_makepoint($2, $3), 4326) from jsonb_populate_record(null::site, $1)`,
      [JSON.stringify(row), lon, lat],
    );
    const parts = (given.premises ?? []).map((part, position) => ({
      id: uuidv7(),
      site_id: id,
      position,
      name: `Local ${position + 1}`,
      features: {},
      uses: {},
      ...part,
    }));
    for (const part of parts) await insert(tx, 'premises', part);
    for (const [position, { part, ...terms }] of (given.offers ?? []).entries()) {
      await insert(tx, 'offer', {
        id: uuidv7(),
        site_id: id,
        position,
        premises_id: part === undefined ? null : parts[part]?.id,
        open_ended: false,
        ...terms,
      });
    }
  });
  return id;
}

/** Everything the first shelf asks for: 200 m² under a lease, free from January, 500 € a month. */
export const OFFERED = {
  premises: [{ floor_area_m2: 200 }],
  offers: [
    {
      part: 0,
      tenure: 'civil_lease',
      rent_cents_per_year: 500_000,
      charges_cents_per_year: 80_000,
      taxes_cents_per_year: 20_000,
      available_from: '2027-01-01',
    },
  ],
} as const satisfies SiteGiven;

export async function givenStop(db: DataSource, id: string, lon: number, lat: number, dataset = 'stops'): Promise<void> {
  await givenDataset(db, dataset, 'Arrêts', 'ODbL');
  await db.query(
    `insert into transit_stop (id, name, point, departures_weekday, trains_weekday, coaches_weekday, departures_sunday, line_count, dataset_id)
     values ($1, $1, st_setsrid(st_makepoint($2, $3), 4326), 14, 10, 4, 6, 2, $4)`,
    [id, lon, lat, dataset],
  );
}

export async function givenDataset(db: DataSource, id: string, producer: string, licence: string): Promise<void> {
  await db.query(
    `insert into dataset (id, title, producer, licence, attribution, as_of, imported_at)
     values ($1, 'Jeu ' || $1, $2, $3, $2 || ', ' || $3, '2026-05-21', '2026-11-01') on conflict do nothing`,
    [id, producer, licence],
  );
}

async function insert(
  tx: { query(sql: string, values: unknown[]): Promise<unknown> },
  table: 'premises' | 'offer',
  row: Record<string, unknown>,
) {
  const columns = Object.keys(row).join(', ');
  await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, [
    JSON.stringify(row),
  ]);
}

/** The whole body of a file being downloaded. */
export function bytesOf(response: unknown, done: (error: Error | null, bytes: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
