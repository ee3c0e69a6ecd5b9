import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation with members always keeps an administrator, whoever writes and however many write at once. */
export class MembershipRules1764100003500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function membership_keeps_administrator() returns trigger language plpgsql as $$
      begin
        -- Those who lose a role in one organisation take turns: the second sees what the first has changed.
        perform 1 from organisation where id = old.organisation_id for no key update;
        if exists (select 1 from membership where organisation_id = old.organisation_id)
           and not exists (select 1 from membership where organisation_id = old.organisation_id and role = 'administrator') then
          raise exception 'organisation % would have members and no administrator', old.organisation_id
            using errcode = 'check_violation', constraint = 'membership_keeps_administrator';
        end if;
        return null;
      end $$;
      create trigger membership_keeps_administrator_on_update after update on membership for each row
        when (old.role = 'administrator' and (new.role, new.organisation_id) is distinct from (old.role, old.organisation_id))
        execute function membership_keeps_administrator();
      create trigger membership_keeps_administrator_on_delete after delete on membership for each row
        when (old.role = 'administrator') execute function membership_keeps_administrator();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
