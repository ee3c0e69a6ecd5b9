import type { DataSource } from 'typeorm';

/**
 * Deletes every row of these tables and of those that refer to them: what `truncate … cascade` does, without a new file for each of a hundred tables,
 * which costs half a second.
 */
export async function emptied(db: DataSource, ...tables: readonly string[]): Promise<void> {
  await db.query(`
    do $$
    declare reached regclass;
    begin
      set local session_replication_role = replica;
      for reached in
        with recursive reached(id) as (
          select unnest('{${tables.join(',')}}'::regclass[])
          union
          select c.conrelid::regclass from pg_constraint c join reached on c.confrelid = reached.id where c.contype = 'f')
        select id from reached
      loop
        execute format('delete from %s', reached);
      end loop;
    end $$`);
}
