import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { HomeFigures } from './figures.schemas.js';

export type HomeCounts = Omit<HomeFigures, 'recentlyPublished' | 'at'>;

@Injectable()
export class FiguresQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Counts of what can be seen, from the same rows as the search. */
  async home(): Promise<HomeCounts> {
    const rows: { figures: HomeCounts }[] = await this.db.query(HOME);
    if (rows[0] === undefined) throw new Error('A query of aggregates answers one row');
    return rows[0].figures;
  }
}

const PUBLIC_PROJECT = `p.public and p.state = 'open'`;
const HOME = `
  with seen as (
    select region_code, count(*) filter (where shelf = 'offered')::int as offered,
      count(*) filter (where shelf = 'owner_known')::int as owner_known, count(*) filter (where shelf = 'lead')::int as leads
    from site_listing group by region_code)
  select jsonb_build_object(
    'offered', coalesce(sum(offered), 0), 'ownerKnown', coalesce(sum(owner_known), 0), 'leads', coalesce(sum(leads), 0),
    'floorAreaOnOfferM2', (select coalesce(round(sum(r.floor_area_m2)), 0) from premises r join site_listing l on l.site_id = r.site_id
                           where l.shelf = 'offered'),
    'openProjects', (select count(*) from project p where ${PUBLIC_PROJECT}),
    'organisations', (select count(*) from (
      select p.organisation_id from project p where ${PUBLIC_PROJECT}
      union select s.owner_organisation_id from site s join site_listing l on l.site_id = s.id
            where l.shelf in ('offered', 'owner_known') and s.owner_organisation_id is not null) active),
    'demo', exists (select 1 from site_listing l join site s on s.id = l.site_id where s.demo),
    'byRegion', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'offered', n.offered, 'ownerKnown', n.owner_known,
                   'leads', n.leads) order by n.offered desc, n.owner_known desc, t.name), '[]')
                 from seen n join territory t on t.id = 'region:' || n.region_code)) as figures
  from seen`;
