import type { EntityManager } from 'typeorm';
import type { FileName } from './file-store.js';

/** A name is written down before its bytes are: what a crash leaves halfway is known, and swept. */
export async function registerFile(tx: EntityManager, name: FileName, bytes: number, at: Date): Promise<void> {
  await tx.sql`
    insert into stored_file (name, bytes, created_at, unused_since) values (${name}, ${bytes}, ${at}, ${at})
    on conflict (name) do update set unused_since = excluded.unused_since`;
}

export async function markUsed(tx: EntityManager, name: FileName): Promise<void> {
  await tx.sql`update stored_file set unused_since = null where name = ${name}`;
}

export async function markUnused(tx: EntityManager, name: FileName, at: Date): Promise<void> {
  await tx.sql`update stored_file set unused_since = ${at} where name = ${name}`;
}

export async function findUnused(db: EntityManager, before: Date): Promise<FileName[]> {
  const rows = await db.sql<{ name: FileName }[]>`select name from stored_file where unused_since < ${before} order by name`;
  return rows.map(({ name }) => name);
}

/** On condition that it is still unused. @throws QueryFailedError (foreign key) when something refers to it after all */
export async function forgetFile(tx: EntityManager, name: FileName, before: Date): Promise<boolean> {
  const [, count] = await tx.sql<[unknown, number]>`delete from stored_file where name = ${name} and unused_since < ${before}`;
  return count === 1;
}
