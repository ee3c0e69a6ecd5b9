import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many places stand in each cell of a grid of 8 192 × 8 192 over the world, per shelf: what tiles of whole regions are made of, instead
 * of reading a million rows. Kept by what changes, never waiting for another writer: rows that someone else holds are left, and the sum
 * is right all the same (docs/adr/0091).
 */
export class SiteCells1764200020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function tile_column(place geometry, columns int) returns int language sql immutable strict parallel safe
        return floor((st_x(place) + 20037508.342789244) / 40075016.685578488 * columns)::int;
      create function tile_row(place geometry, rows int) returns int language sql immutable strict parallel safe
        return floor((20037508.342789244 - st_y(place)) / 40075016.685578488 * rows)::int;

      create table site_cell (
        id bigint generated always as identity constraint site_cell_pkey primary key,
        gx int not null,
        gy int not null,
        shelf text not null,
        places int not null,
        -- Sums of whole metres in EPSG:3857, for the middle of what stands there.
        x_m bigint not null,
        y_m bigint not null
      );
      create index site_cell_place on site_cell (gx, gy, shelf) include (places, x_m, y_m);

      create function site_cell_of(l site_listing, sign int) returns site_cell language sql stable
        return row(null, tile_column(l.mercator, 8192), tile_row(l.mercator, 8192), l.shelf, sign,
          sign * round(st_x(l.mercator)), sign * round(st_y(l.mercator)))::site_cell;

      create function add_to_site_cells(changes site_cell[]) returns void language sql as $$
        with change as (
          select gx, gy, shelf, sum(places) as places, sum(x_m) as x_m, sum(y_m) as y_m from unnest(changes)
          where gx is not null and shelf is not null
          group by gx, gy, shelf having sum(places) <> 0 or sum(x_m) <> 0 or sum(y_m) <> 0),
        held as (select c.id from site_cell c join change using (gx, gy, shelf) for update of c skip locked),
        gone as (delete from site_cell c using held where c.id = held.id returning c.gx, c.gy, c.shelf, c.places, c.x_m, c.y_m)
        insert into site_cell (gx, gy, shelf, places, x_m, y_m)
        select gx, gy, shelf, sum(places), sum(x_m), sum(y_m)
        from (select gx, gy, shelf, places, x_m, y_m from gone union all select gx, gy, shelf, places, x_m, y_m from change) s
        group by gx, gy, shelf having sum(places) <> 0 or sum(x_m) <> 0 or sum(y_m) <> 0
      $$;

      create function rebuild_site_cells() returns void language sql as $$
        lock table site_cell in share row exclusive mode;
        delete from site_cell;
        insert into site_cell (gx, gy, shelf, places, x_m, y_m)
        select (c.cell).gx, (c.cell).gy, (c.cell).shelf, sum((c.cell).places), sum((c.cell).x_m), sum((c.cell).y_m)
        from (select site_cell_of(l, 1) as cell from site_listing l where l.mercator is not null and l.shelf is not null) c
        group by 1, 2, 3;
      $$;

      create function site_cell_follows_listing() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          perform add_to_site_cells(array(select site_cell_of(n, 1) from after_change n));
        elsif tg_op = 'DELETE' then
          perform add_to_site_cells(array(select site_cell_of(o, -1) from before_change o));
        else
          perform add_to_site_cells(array(select site_cell_of(n, 1) from after_change n union all select site_cell_of(o, -1) from before_change o));
        end if;
        return null;
      end $$;
      create trigger site_cell_on_insert after insert on site_listing referencing new table as after_change
        for each statement execute function site_cell_follows_listing();
      create trigger site_cell_on_update after update on site_listing referencing old table as before_change new table as after_change
        for each statement execute function site_cell_follows_listing();
      create trigger site_cell_on_delete after delete on site_listing referencing old table as before_change
        for each statement execute function site_cell_follows_listing();

      select rebuild_site_cells();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
