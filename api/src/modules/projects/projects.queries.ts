import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ProjectSearch, ProjectView } from './projects.schemas.js';

export type ProjectRow = Omit<ProjectView, 'actions'> & { readonly key: number };

/** Public means: its holder said so, and it looks for a place or has found one. */
const PUBLIC = `p.public and p.state in ('open', 'matched')`;
const NEWEST_FIRST = '-(extract(epoch from p.updated_at) * 1000000)::bigint';
const VIEW = `jsonb_build_object(
  'id', p.id, 'name', p.name, 'state', p.state, 'activity', p.activity, 'stage', p.stage, 'publicSummary', p.public_summary,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'legalForm', o.legal_form,
    'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'departmentCode', c.department_code) end),
  'looksFor', jsonb_build_object('kinds', coalesce(p.need -> 'kinds', '[]'), 'floorAreaMinM2', p.need -> 'floorAreaMinM2',
    'floorAreaMaxM2', p.need -> 'floorAreaMaxM2', 'landAreaMinM2', p.need -> 'landAreaMinM2'),
  'jobsPlanned', p.jobs_planned, 'insertionHoursPlanned', p.insertion_hours_planned, 'demo', p.demo, 'updatedAt', p.updated_at,
  'key', ${NEWEST_FIRST})`;
const FROM = 'project p join organisation o on o.id = p.organisation_id left join territory c on c.id = o.commune_id';
const SEARCHED = `${PUBLIC}
  and ($1::text is null or to_tsvector('french_plain', p.name || ' ' || coalesce(p.public_summary, '')) @@ site_search_query($1))
  and ($2::text[] is null or p.activity = any($2))`;

@Injectable()
export class ProjectsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list({ q, activity, cursor, limit }: ProjectSearch): Promise<ProjectRow[]> {
    const [afterKey, afterId] = cursor ?? [null, null];
    const rows: { project: ProjectRow }[] = await this.db.query(
      `select ${VIEW} as project from ${FROM}
       where ${SEARCHED} and ($3::bigint is null or (${NEWEST_FIRST}, p.id) > ($3, $4::uuid))
       order by ${NEWEST_FIRST}, p.id limit $5`,
      [q ?? null, activity?.length ? activity : null, afterKey, afterId, limit + 1],
    );
    return rows.map((row) => row.project);
  }

  async count({ q, activity }: Pick<ProjectSearch, 'q' | 'activity'>): Promise<number> {
    const rows: { count: number }[] = await this.db.query(`select count(*)::int from project p where ${SEARCHED}`, [
      q ?? null,
      activity?.length ? activity : null,
    ]);
    return rows[0]?.count ?? 0;
  }

  async find(id: string): Promise<ProjectRow | null> {
    const rows: { project: ProjectRow }[] = await this.db.query(`select ${VIEW} as project from ${FROM} where ${PUBLIC} and p.id = $1`, [
      id,
    ]);
    return rows[0]?.project ?? null;
  }
}
