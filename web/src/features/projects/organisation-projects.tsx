import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { ProjectBadges } from './project-badges';
import { projectsOf, type SavedProject } from './projects.queries';
import './projects.css';

/** The projects of one organisation: where each stands, how complete it is, how many places suit it. */
export function OrganisationProjects({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation(['projects', 'common']);
  const projects = useInfiniteQuery(projectsOf(organisationId));
  if (projects.isPending) return <Skeleton label={t('common:loading')} lines={3} shape="cards" />;
  if (projects.isError) return <ErrorState level={3} error={projects.error} onRetry={() => void projects.refetch()} />;
  const items = projects.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState
        level={3}
        title={t('projects:list.noneTitle')}
        actions={
          <LinkButton to="/besoin" look="primary">
            {t('projects:list.describe')}
          </LinkButton>
        }
      >
        <p>{t('projects:list.none')}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      <ul className="row-list">
        {items.map((project) => (
          <ProjectRow key={project.id} project={project} />
        ))}
      </ul>
      {projects.hasNextPage ? (
        <Button disabled={projects.isFetchingNextPage} onClick={() => void projects.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

function ProjectRow({ project }: { readonly project: SavedProject }) {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { matches } = project;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/mes-projets/$projectId" params={{ projectId: project.id }}>
            {project.name}
          </Link>
        </p>
        <ProjectBadges project={project} />
        <p>
          {project.activity ? `${t(`vocabulary:activity.${project.activity}`)} · ` : ''}
          {t('projects:complete', { percent: project.completeness.percent })} ·{' '}
          {t('projects:list.changed', { day: formatInstantDay(project.updatedAt, currentLanguage()) })}
        </p>
        <p>
          {matches === null
            ? t(project.state === 'closed' || project.state === 'matched' ? 'projects:list.notLooking' : 'projects:list.counting')
            : t('projects:list.matches', { count: matches.eligible, toConfirm: matches.toConfirm, nearMiss: matches.nearMiss })}
        </p>
      </div>
    </li>
  );
}
