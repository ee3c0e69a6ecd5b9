import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toNeed } from '../../features/matching/need/need-body';
import { forgetNeedProject } from '../../features/matching/need/need-project';
import { NeedSummary } from '../../features/matching/results/need-summary';
import { type Conflict, readConflict } from '../../features/projects/conflict';
import { ConflictNotice } from '../../features/projects/conflict-notice';
import { ProjectRefusal } from '../../features/projects/project-refusal';
import { type Project, projectById, saveProject } from '../../features/projects/projects.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { useTerritoryNames } from '../need-territories';

const route = getRouteApi('/mes-projets/$projectId/besoin');

/** A need described again goes back to its project. */
export function ProjectNeedPage() {
  const { t } = useTranslation('projects');
  usePageTitle(t('needEdit.title'));
  return <RequireSignIn>{() => <SaveNeed />}</RequireSignIn>;
}

function SaveNeed() {
  const { t } = useTranslation(['projects', 'common']);
  const { projectId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(projectById(projectId));
  return (
    <div className="page stack narrow">
      <h1 tabIndex={-1}>{t('projects:needEdit.title')}</h1>
      {isPending ? <Skeleton label={t('common:loading')} lines={3} /> : null}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <NeedForm project={data} /> : null}
    </div>
  );
}

function NeedForm({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects');
  const need = route.useSearch({ select: ({ lang: _lang, ...asked }) => asked });
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const names = useTerritoryNames(need.in);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [begunOn] = useState(project.private?.version ?? 1);
  const back = async () => {
    forgetNeedProject();
    await client.invalidateQueries({ queryKey: ['projects'] });
    await navigate({ to: '/mes-projets/$projectId', params: { projectId: project.id }, search: {} });
  };
  const send = async () => {
    try {
      await saveProject(project.id, conflict?.version ?? begunOn, { need: toNeed(need) });
      await back();
    } catch (failure) {
      const found = readConflict(failure);
      if (found === null) throw failure;
      setConflict(found);
    }
  };
  return (
    <>
      <p className="lead">{t('needEdit.lead', { name: project.name })}</p>
      <NeedSummary need={need} territoryNames={names} />
      {conflict ? <ConflictNotice conflict={conflict} onTakeTheirs={() => void back()} /> : null}
      {project.actions.updateProject === null ? (
        <Form
          submit={conflict ? t('conflict.keepMine') : t('needEdit.submit')}
          onSend={send}
          actions={
            <LinkButton to="/mes-projets/$projectId" params={{ projectId: project.id }} look="quiet">
              {t('needEdit.leave')}
            </LinkButton>
          }
        />
      ) : (
        <ProjectRefusal code={project.actions.updateProject} />
      )}
    </>
  );
}
