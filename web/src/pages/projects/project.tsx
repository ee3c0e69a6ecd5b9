import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fromNeed } from '../../features/matching/need/need-from-body';
import { rememberNeedProject } from '../../features/matching/need/need-project';
import { NeedAnswers } from '../../features/matching/results/need-summary';
import { ProjectCompleteness } from '../../features/projects/project-completeness';
import { ProjectHistory } from '../../features/projects/project-history';
import { ProjectLife } from '../../features/projects/project-life';
import { ProjectMatches } from '../../features/projects/project-matches';
import { FiguresSection, NoteSection, PresentationSection } from '../../features/projects/project-sections';
import { type Inside, type Project, projectById } from '../../features/projects/projects.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { RefusalNote } from '../../ui/refusal-note';
import { Skeleton } from '../../ui/skeleton';
import { useTerritoryNames } from '../need-territories';
import '../../features/projects/projects.css';

const route = getRouteApi('/mes-projets/$projectId');

export function ProjectPage() {
  return <RequireSignIn>{() => <MyProject />}</RequireSignIn>;
}

function MyProject() {
  const { t } = useTranslation(['projects', 'common', 'errors']);
  const { projectId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(projectById(projectId));
  usePageTitle(data?.name ?? (error ? t('errors:pageTitle') : undefined));
  if (isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (error)
    return (
      <div className="page">
        <ErrorState level={1} error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <div className="page project-page">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/mes-projets">{t('projects:title')}</Link> · {data.organisation.name}
        </p>
        <h1 tabIndex={-1}>{data.name}</h1>
      </header>
      {data.private === null ? <RefusalNote code="not-a-member" /> : <Inner project={data} inside={data.private} />}
    </div>
  );
}

function Inner({ project, inside }: { readonly project: Project; readonly inside: Inside }) {
  return (
    <div className="project-columns">
      <div className="project-standing stack">
        <ProjectLife project={project} inside={inside} />
        <ProjectCompleteness completeness={inside.completeness} />
      </div>
      <div className="stack">
        <PresentationSection project={project} />
        <NeedSection project={project} inside={inside} />
        <FiguresSection project={project} />
        <NoteSection project={project} inside={inside} />
        <ProjectHistory projectId={project.id} />
      </div>
    </div>
  );
}

/** The need in words and what it finds; it is written again in the form where it was first described. */
function NeedSection({ project, inside }: { readonly project: Project; readonly inside: Inside }) {
  const { t } = useTranslation('projects');
  const need = fromNeed(inside.need);
  const names = useTerritoryNames(need?.in);
  const all =
    need === null ? null : (
      <LinkButton to="/resultats" search={need} look="primary">
        {t('matches.all')}
      </LinkButton>
    );
  return (
    <>
      <Panel
        id="need"
        title={t('section.need')}
        aside={
          need !== null && project.actions.updateProject === null ? (
            <LinkButton
              to="/besoin/$step"
              params={{ step: 'verification' }}
              search={need}
              size="small"
              icon={<Pencil aria-hidden size={18} />}
              onClick={() => rememberNeedProject({ id: project.id, name: project.name })}
            >
              {t('needEdit.change')}
            </LinkButton>
          ) : null
        }
      >
        {need === null ? <p>{t('needEdit.tooRich')}</p> : <NeedAnswers need={need} territoryNames={names} />}
      </Panel>
      <ProjectMatches projectId={project.id} all={all} />
    </>
  );
}
