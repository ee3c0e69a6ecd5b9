import type { EntityManager } from 'typeorm';
import type { ProjectFacts } from './project-change.rules.js';

export interface ProjectLook {
  readonly facts: ProjectFacts;
  /** When its holder last opened it or showed it to everyone. */
  readonly shownAt: Date | null;
}

export async function lookAtProject(tx: EntityManager, projectId: string): Promise<ProjectLook | null> {
  const rows: ProjectLook[] = await tx.query(
    `select jsonb_build_object('name', p.name, 'organisation', o.name, 'organisationId', o.id, 'state', p.state,
         'shown', p.public and p.state in ('open', 'matched') and o.state not in ('refused', 'suspended'),
         'hidden', not p.public or o.state in ('refused', 'suspended'),
         'stage', p.stage, 'activity', p.activity, 'publicSummary', p.public_summary) as facts,
       (select max(h.at) from project_history h where h.project_id = p.id and h.action in ('open', 'reopen', 'show')) as "shownAt"
     from project p join organisation o on o.id = p.organisation_id where p.id = $1`,
    [projectId],
  );
  return rows[0] ?? null;
}
