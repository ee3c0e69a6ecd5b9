import type { Permission, Refusal } from '../../platform/access/permission.js';
import { projectCompleteness } from './project.completeness.js';
import { type ProjectRefusal, whyNotEdit, whyNotMove, whyNotShow } from './project.rules.js';
import { projectsPolicy } from './projects.policy.js';
import type { ProjectRecord } from './saved-projects.queries.js';
import type { ProjectActions, ProjectView, SavedProject } from './saved-projects.schemas.js';

export interface Organisation {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
}

/** What the service answers for an act: not allowed, else against a rule, else null. */
export function actionsOn(project: ProjectRecord, refusalOf: (line: Permission) => Refusal | null): ProjectActions {
  const why = (line: Permission, rule: ProjectRefusal | null): string | null => refusalOf(line) ?? rule;
  return {
    updateProject: why(projectsPolicy.updateProject, whyNotEdit(project)),
    openProject: why(projectsPolicy.openProject, whyNotMove('open', project)),
    closeProject: why(projectsPolicy.closeProject, whyNotMove('close', project)),
    reopenProject: why(projectsPolicy.reopenProject, whyNotMove('reopen', project)),
    showProject: why(projectsPolicy.showProject, whyNotShow(project)),
    hideProject: why(projectsPolicy.setProjectVisibility, null),
  };
}

export function toView(project: ProjectRecord, actions: ProjectActions, isMember: boolean): ProjectView {
  const { version, privateNote, need, activity, closing, createdAt } = project;
  const kept = { version, need: { ...need, activity }, privateNote, closing, createdAt, public: project.public };
  return { ...project.view, actions, private: isMember ? { ...kept, completeness: projectCompleteness(project) } : null };
}

export function toSaved(project: ProjectRecord): SavedProject {
  const { id, name, state, activity, stage, updatedAt } = project;
  return { id, name, state, activity, stage, public: project.public, completeness: projectCompleteness(project), updatedAt };
}
