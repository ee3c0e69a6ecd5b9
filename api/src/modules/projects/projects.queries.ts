import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Project, ProjectSearch } from './projects.schemas.js';

export type ProjectRow = Project & { readonly key: number };

/** Public means: its holder said so, it looks for a place or has found one, and nothing is held against its organisation. */
export const PUBLIC = `p.public and p.state in ('open', 'matched') and o.state not in ('refused', 'suspended')`;
export const NEWEST_FIRST = '-(extract(epoch from p.updated_at) * 1000000)::bigint';
export const VIEW = `jsonb_build_object(
  'id', p.id, 'name', p.name, 'state', p.state, 'activity', p.activity, 'stage', p.stage, 'publicSummary', p.public_summary,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'legalForm', o.legal_form,
    'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'departmentCode', c.department_code) end),
  'looksFor', jsonb_build_object('kinds', coalesce(p.need -> 'kinds', '[]'), 'floorAreaMinM2', p.need -> 'floorAreaMinM2',
    'floorAreaMaxM2', p.need -> 'floorAreaMaxM2', 'landAreaMinM2', p.need -> 'landAreaMinM2'),
  'jobsPlanned', p.jobs_planned, 'insertionHoursPlanned', p.insertion_hours_planned,
  'residentsServed', p.residents_served, 'demo', p.demo, 'updatedAt', p.updated_at,
  'key', ${NEWEST_FIRST})`;
export const FROM = 'project p join organisation o on o.id = p.organisation_id left join territory c on c.id = o.commune_id';
const SEARCHED = `${PUBLIC}
  and ($1::text is null or to_tsvector('french_plain', p.name || ' ' || coalesce(p.public_summary, '')) @@ site_search_query($1))
  and ($2::text[] is null or p.activity = any($2)) and ($3::uuid is null or p.organisation_id = $3)`;

@Injectable()
export class ProjectsQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list({ cursor, limit, ...search }: ProjectSearch): Promise<ProjectRow[]> {
    const [afterKey, afterId] = cursor ?? [null, null];
    const rows: { project: ProjectRow }[] = await this.db.query(
      `select ${VIEW} as project from ${FROM}
       where ${SEARCHED} and ($4::bigint is null or (${NEWEST_FIRST}, p.id) > ($4, $5::uuid))
       order by ${NEWEST_FIRST}, p.id limit $6`,
      [...searched(search), afterKey, afterId, limit + 1],
    );
    return rows.map((row) => row.project);
  }

  async count(search: Searched): Promise<number> {
    const rows: { count: number }[] = await this.db.query(`select count(*)::int from ${FROM} where ${SEARCHED}`, searched(search));
    return rows[0]?.count ?? 0;
  }

  /** The newest public projects' pages, for search engines. */
  async publicPaths(limit: number): Promise<string[]> {
    const rows: { path: string }[] = await this.db.query(
      `select '/projets/' || p.id as path from ${FROM} where ${PUBLIC} and not p.demo order by ${NEWEST_FIRST}, p.id limit $1`,
      [limit],
    );
    return rows.map((row) => row.path);
  }

  async findPublic(id: string): Promise<Project | null> {
    const rows: { project: Project }[] = await this.db.query(`select ${VIEW} as project from ${FROM} where ${PUBLIC} and p.id = $1`, [id]);
    return rows[0]?.project ?? null;
  }
}

type Searched = Pick<ProjectSearch, 'q' | 'activity' | 'organisationId'>;
const searched = ({ q, activity, organisationId }: Searched): unknown[] => [
  q ?? null,
  activity?.length ? activity : null,
  organisationId ?? null,
];
