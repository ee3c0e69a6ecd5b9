import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only journal of acts: each line carries the hash of the line before (docs/adr/0005). */
export class Journal1763900001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table journal_act (
        seq bigint constraint journal_act_pk primary key,
        at timestamptz(3) not null,
        actor_kind text not null constraint journal_act_actor_kind_known check (actor_kind in ('person', 'system', 'import')),
        actor_id text,
        action text not null,
        thing_kind text not null,
        thing_id text not null,
        organisation_id text,
        from_state text,
        to_state text,
        why text,
        facts jsonb not null,
        previous_hash text not null,
        hash text not null constraint journal_act_hash_unique unique,
        constraint journal_act_previous_unique unique (previous_hash)
      );
      create index journal_act_thing on journal_act (thing_kind, thing_id, seq);

      -- The head row is locked by each writer: it puts writers in one line and reveals a removed last act.
      create table journal_head (
        id smallint constraint journal_head_pk primary key constraint journal_head_single check (id = 1),
        seq bigint not null,
        hash text not null
      );
      insert into journal_head values (1, 0, repeat('0', 64));

      create function refuse_journal_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal is append-only' using errcode = 'restrict_violation', constraint = 'journal_append_only';
      end $$;
      create trigger journal_act_append_only before update or delete on journal_act
        for each row execute function refuse_journal_change();
      create trigger journal_act_no_truncate before truncate on journal_act
        for each statement execute function refuse_journal_change();
      create trigger journal_head_kept before delete on journal_head
        for each row execute function refuse_journal_change();
      create trigger journal_head_no_truncate before truncate on journal_head
        for each statement execute function refuse_journal_change();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
