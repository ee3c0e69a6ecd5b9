import { Injectable, type OnModuleInit } from '@nestjs/common';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { type PageMeta, WebPages } from '../../platform/http/web-page.js';
import { ProjectsQueries } from './projects.queries.js';
import type { Project } from './projects.schemas.js';

const SITEMAP_PROJECTS = 5_000;
const DESCRIPTION_LENGTH = 200;

const BY = { fr: 'Projet porté par', en: 'A project of' } as const;

type Words = readonly [title: string, description: string];
/** The most precise first. */
const MEMBERS_PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/mes-projets': {
    fr: ['Mes projets', 'Les projets de votre organisation, leur état et les lieux qui leur conviennent.'],
    en: ['My projects', 'Your organisation’s projects, their state and the places that suit them.'],
  },
  '/mes-projets/nouveau': {
    fr: ['Enregistrer ce besoin comme projet', 'Un besoin décrit sans compte devient un projet de votre organisation.'],
    en: ['Save this need as a project', 'A need described without an account becomes a project of your organisation.'],
  },
  '/mes-projets/:projectId': {
    fr: ['Projet de mon organisation', 'Un projet de votre organisation, son besoin et les lieux qui lui conviennent.'],
    en: ['A project of my organisation', 'A project of your organisation, its need and the places that suit it.'],
  },
  '/mes-projets/:projectId/besoin': {
    fr: ['Enregistrer le besoin modifié', 'Le besoin décrit à nouveau remplace celui du projet.'],
    en: ['Save the changed need', 'The need described again replaces the one of the project.'],
  },
};

/** What the public page of each project says of itself to whoever shares or indexes its address. */
@Injectable()
export class ProjectsPages implements OnModuleInit {
  constructor(
    private readonly pages: WebPages,
    private readonly projects: ProjectsQueries,
  ) {}

  onModuleInit(): void {
    this.pages.register(
      '/projets/:projectId',
      async ({ params, language }) => {
        const projectId = id.safeParse(params['projectId']);
        const project = projectId.success ? await this.projects.findPublic(projectId.data) : null;
        return project && describe(project, language);
      },
      () => this.projects.publicPaths(SITEMAP_PROJECTS),
    );
    for (const [path, words] of Object.entries(MEMBERS_PAGES)) {
      this.pages.register(
        path,
        ({ language }) => membersOnly(words[language]),
        () => [],
      );
    }
  }
}

/** Whose page it is, a stranger cannot tell: the same words whatever the project. */
function membersOnly([title, description]: Words): PageMeta {
  return { title, description, indexed: false };
}

function describe(project: Project, language: Language): PageMeta {
  const { name, commune } = project.organisation;
  const by = `${BY[language]} ${name}${commune ? ` (${commune.name})` : ''}`;
  return {
    title: project.name,
    description: shortened(project.publicSummary ? `${by}. ${project.publicSummary}` : by),
    canonicalPath: `/projets/${project.id}`,
    feedPath: `/api/feeds/project/${project.id}`,
    indexed: !project.demo,
  };
}

function shortened(text: string): string {
  return text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1))}…`;
}
