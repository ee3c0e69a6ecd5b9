import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplicationAnswers } from '../../features/applications/application-answers';
import { applicationById } from '../../features/applications/applications.queries';
import { DossierLinks } from '../../features/applications/dossier-links';
import { AdmissionPanel } from '../../features/instruction/admission-panel';
import { CheckPanel } from '../../features/instruction/check-panel';
import { type Instruction, instructionById, markRead } from '../../features/instruction/instruction.queries';
import { KeptPanel } from '../../features/instruction/kept-panel';
import { NotesPanel } from '../../features/instruction/notes-panel';
import { OpinionsPanel } from '../../features/instruction/opinions-panel';
import { CorrectionsPanel, HistoryPanel } from '../../features/instruction/past-panel';
import { MessagesPanel } from '../../features/messages/messages-panel';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../ui/saved/saved.css';
import '../../features/instruction/instruction.css';

const route = getRouteApi('/instruction/$applicationId');

/** One file on the desk of an agent: what it says, what is checked, what is decided. */
export function DossierPage() {
  return <RequireSignIn>{() => <Dossier />}</RequireSignIn>;
}

function Dossier() {
  const { t } = useTranslation(['instruction', 'common', 'errors']);
  const { applicationId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(instructionById(applicationId));
  usePageTitle(
    data ? t('instruction:title.file', { name: data.organisation.name, number: data.number }) : error ? t('errors:pageTitle') : undefined,
  );
  useMarkRead(data);
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
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          {data.target.kind === 'call' ? (
            <Link to="/mes-appels/$callId/instruction" params={{ callId: data.target.id }}>
              {data.target.title}
            </Link>
          ) : (
            <Link to="/mes-demandes/$organisationId" params={{ organisationId: data.ownerId }}>
              {t('instruction:title.requests')}
            </Link>
          )}{' '}
          · <span className="nowrap">{data.number}</span>
        </p>
        <h1 tabIndex={-1}>{data.organisation.name}</h1>
        <p>
          {data.target.kind === 'place' ? `${data.target.title} · ` : ''}
          {t('instruction:filing', { sequence: data.sequence })}
        </p>
        <Jumps instruction={data} />
      </header>
      <div className="aside-columns">
        <div className="aside-standing stack">
          <AdmissionPanel instruction={data} />
          <KeptPanel instruction={data} />
        </div>
        <div className="stack">
          <CheckPanel instruction={data} />
          <CorrectionsPanel instruction={data} />
          <OpinionsPanel instruction={data} />
          <NotesPanel instruction={data} />
          <MessagesPanel applicationId={applicationId} />
          <Answers applicationId={applicationId} sequence={data.sequence} />
          <HistoryPanel instruction={data} />
        </div>
      </div>
    </div>
  );
}

/** A long page: each part within reach, what was filed first. */
function Jumps({ instruction: { opinions, actions } }: { readonly instruction: Instruction }) {
  const { t } = useTranslation(['instruction', 'opinions', 'messages']);
  const hasOpinions = opinions.length > 0 || actions.askOpinion === null;
  return (
    <nav aria-label={t('instruction:jumps')}>
      <ul className="instruction-jumps">
        <li>
          <a href="#dossier-answers">{t('instruction:jumpAnswers')}</a>
        </li>
        <li>
          <a href="#check">{t('instruction:checks.title')}</a>
        </li>
        {hasOpinions ? (
          <li>
            <a href="#opinions">{t('opinions:title')}</a>
          </li>
        ) : null}
        <li>
          <a href="#notes">{t('instruction:notes.title')}</a>
        </li>
        <li>
          <a href="#messages">{t('messages:title')}</a>
        </li>
      </ul>
    </nav>
  );
}

/** Seen by this agent; filed again, it is unread again. */
function useMarkRead(instruction: Instruction | undefined): void {
  const client = useQueryClient();
  const { id, sequence } = instruction ?? {};
  useEffect(() => {
    if (id === undefined) return;
    void markRead(id)
      .then(() => client.invalidateQueries({ queryKey: ['instruction', 'list'] }))
      .catch(() => undefined);
  }, [client, id, sequence]);
}

function Answers({ applicationId, sequence }: { readonly applicationId: string; readonly sequence: number }) {
  const { t } = useTranslation(['instruction', 'common']);
  const application = useQuery(applicationById(applicationId));
  return (
    <section aria-labelledby="dossier-answers" className="stack">
      <h2 id="dossier-answers">{t('instruction:answers', { sequence })}</h2>
      {application.isPending ? <Skeleton label={t('common:loading')} lines={6} /> : null}
      {application.isError ? <ErrorState level={3} error={application.error} onRetry={() => void application.refetch()} /> : null}
      {application.data ? <ApplicationAnswers application={application.data} /> : null}
      <div className="form-actions">
        <DossierLinks applicationId={applicationId} />
      </div>
    </section>
  );
}
