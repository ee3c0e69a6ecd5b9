import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places written by an organisation: who keeps them, a version per edit, who changed what, and what the first lists lacked. */
export class KeptSites1764200003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site
        -- One more at each edit: whoever saves says which version they have read.
        add column version integer not null default 1 constraint site_version_positive check (version > 0),
        -- Whose members write this place; null for those of open data, and for those that only their owner may take up.
        add column keeper_organisation_id uuid constraint site_keeper_fk references organisation,
        add column property_act text,
        add column property_act_date date,
        add column property_act_reference text,
        add column surroundings text,
        -- A functional mailbox, shown with the place.
        add column contact_email text,
        add column closing_note text;
      create index site_keeper on site (coalesce(keeper_organisation_id, owner_organisation_id), id);

      create index site_parcels on site using gin (parcels);

      alter table premises
        add column used_as text constraint premises_used_as_known check (used_as in ('workshop', 'office', 'shop', 'storage', 'public_reception', 'catering', 'housing', 'food_growing', 'culture')),
        add column access text,
        add column power_kva numeric constraint premises_power_positive check (power_kva > 0),
        add column power_phases integer constraint premises_phases_known check (power_phases in (1, 3)),
        add column erp_capacity integer constraint premises_erp_capacity_positive check (erp_capacity > 0),
        add column works_needed text,
        add column works_paid_by text constraint premises_works_paid_by_known check (works_paid_by in ('owner', 'occupant', 'shared'));

      alter table offer
        add column min_term_months integer constraint offer_min_term_positive check (min_term_months > 0),
        add column max_term_months integer constraint offer_max_term_positive check (max_term_months > 0),
        add column activities_excluded text[],
        add constraint offer_terms_in_order check (max_term_months is null or min_term_months is null or max_term_months >= min_term_months);

      -- One history: edits stay among members, changes of state are public once the place is.
      alter table site_history
        add column account_id uuid constraint site_history_account_fk references account,
        add column action text,
        add column version integer,
        add column note text,
        -- [{ field, from, to }], read by members only.
        add column changes jsonb not null default '[]';
      create index site_history_latest on site_history (site_id, id);

      -- What owners say since they write places themselves, under the rule of published_site: nothing that leads to a hidden door.
      create view published_site_statement as
      select l.site_id as id, s.property_act, s.property_act_date, s.property_act_reference, s.contact_email,
        case when l.point_precision = 'exact' then s.surroundings end as surroundings
      from site_listing l join site s on s.id = l.site_id;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
