import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase } from '../support/database.js';

type Generate = (db: pg.Client, count?: number) => Promise<void>;
/** The measures are plain JavaScript. */
const from = async (file: 'places' | 'listing') =>
  (await import(`../bench/support/${file}.mjs`)) as Record<'generatePlaces' | 'generateListing' | 'multiplyMatches', Generate>;

/** A database with the territories and nothing else, for one measure. */
async function onTerritories<T>(measure: (db: pg.Client) => Promise<T>): Promise<T> {
  const database = await cloneDatabase('territories');
  const db = new pg.Client({ connectionString: database.url });
  await db.connect();
  try {
    return await measure(db);
  } finally {
    await db.end();
    await database.drop();
  }
}
const sum = async (db: pg.Client, what: string, table: string) => {
  const { rows } = await db.query<{ sum: string }>(`select sum(${what}) from ${table}`);
  return Number(rows[0]?.sum);
};

describe('the made-up places of the measures', () => {
  test('are published, listed and matched as the places of the product are', async () => {
    await onTerritories(async (db) => {
      const { generatePlaces, multiplyMatches } = await from('places');
      await generatePlaces(db, 60);
      expect([await sum(db, '1', 'site_listing'), await sum(db, '1', 'site_match')]).toEqual([60, 60]);
      await multiplyMatches(db);
      expect(await sum(db, '1', 'site_match')).toBeGreaterThan(60);
    });
  });

  test('are listed, where only finding is measured', async () => {
    await onTerritories(async (db) => {
      const { generateListing } = await from('listing');
      await generateListing(db, 60);
      expect([await sum(db, '1', 'site_listing'), await sum(db, 'places', 'site_cell')]).toEqual([60, 60]);
    });
  });
});
