import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks that follow their member organisations, with their consent. A row is one episode: those that ended are the history. */
export class NetworkLinks1764100003520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table network_link (
        id uuid constraint network_link_pkey primary key,
        network_id uuid not null constraint network_link_network_fk references organisation,
        member_id uuid not null constraint network_link_member_fk references organisation,
        state text not null constraint network_link_state_known check (state in ('asked', 'followed', 'declined', 'ended')),
        reason text,
        asked_at timestamptz not null,
        asked_by uuid not null constraint network_link_asker_fk references account,
        answered_at timestamptz,
        answered_by uuid constraint network_link_answerer_fk references account,
        ended_at timestamptz,
        ended_by uuid constraint network_link_ender_fk references account,
        ended_side text constraint network_link_side_known check (ended_side in ('network', 'member', 'service')),
        constraint network_link_two_bodies check (network_id <> member_id),
        constraint network_link_dates_follow_state check (
          (state not in ('followed', 'declined') or answered_at is not null) and (state = 'ended') = (ended_at is not null)
          and (state = 'ended') = (ended_side is not null))
      );
      create unique index network_link_one_open on network_link (network_id, member_id) where state in ('asked', 'followed');
      create index network_link_network on network_link (network_id, id desc);
      create index network_link_member on network_link (member_id, id desc);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
