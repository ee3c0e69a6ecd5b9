import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections of places, and places, proposed by people who do not keep them. */
export class SiteProposals1764200008010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table site_proposal (
        id uuid constraint site_proposal_pkey primary key,
        kind text not null constraint site_proposal_kind_known check (kind in ('correction', 'place')),
        state text not null constraint site_proposal_state_known check (state in ('unconfirmed', 'received', 'accepted', 'refused')),
        -- Of a place that is proposed: the lead it became.
        site_id uuid constraint site_proposal_site_fk references site on delete cascade,
        -- What is proposed: { field: value }.
        proposed jsonb not null,
        source text not null,
        -- The name to be shown, when its owner wants one.
        credit text,
        -- Where the answer goes; the account's own address when there is an account.
        email text constraint site_proposal_email_one_line check (email !~ '[[:cntrl:]]' and length(email) <= 254),
        account_id uuid constraint site_proposal_account_fk references account,
        language text not null constraint site_proposal_language_known check (language in ('fr', 'en')),
        proposed_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid constraint site_proposal_decided_by_fk references account,
        reason text,
        -- The line of history by which it was applied.
        act_id uuid,
        constraint site_proposal_correction_of_a_site check (kind <> 'correction' or site_id is not null),
        constraint site_proposal_decided_when check ((state in ('accepted', 'refused')) = (decided_at is not null)),
        constraint site_proposal_refused_says_why check (state <> 'refused' or reason is not null)
      );
      create index site_proposal_site on site_proposal (site_id, id);
      create index site_proposal_waiting on site_proposal (id) where state = 'received';
      create index site_proposal_account on site_proposal (account_id, id) where account_id is not null;
      create index site_proposal_act on site_proposal (act_id) where act_id is not null;
      create index site_proposal_with_address on site_proposal (decided_at) where email is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
