import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readNeed } from '../features/matching/need/need-search';
import { insidePage } from './inside-page';
import { root } from './root-route';

const myProjects = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets',
  component: lazyRouteComponent(() => insidePage(import('../pages/projects/my-projects')), 'MyProjectsPage'),
});

const newProject = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets/nouveau',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => insidePage(import('../pages/projects/new-project')), 'NewProjectPage'),
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets/$projectId',
  component: lazyRouteComponent(() => insidePage(import('../pages/projects/project')), 'ProjectPage'),
});

const projectNeed = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets/$projectId/besoin',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => insidePage(import('../pages/projects/project-need')), 'ProjectNeedPage'),
});

const publicProject = createRoute({
  getParentRoute: () => root,
  path: '/projets/$projectId',
  component: lazyRouteComponent(() => insidePage(import('../pages/projects/public-project')), 'PublicProjectPage'),
});

/** Projects kept by an organisation, and the public page of each. */
export const projectRoutes = [myProjects, newProject, project, projectNeed, publicProject] as const;
