import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Application, applicationById } from '../../features/applications/applications.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../ui/saved/saved.css';

interface ApplicationLoaderProps {
  readonly applicationId: string;
  /** What the page is, before the name of the file; none for the file itself. */
  readonly heading?: string;
  readonly children: (application: Application) => ReactNode;
}

/** The frame of the pages of one file: signed in, read, named. */
export function ApplicationLoader(props: ApplicationLoaderProps) {
  return <RequireSignIn>{() => <Loaded {...props} />}</RequireSignIn>;
}

function Loaded({ applicationId, heading, children }: ApplicationLoaderProps) {
  const { t } = useTranslation(['applications', 'common', 'errors']);
  const { data, error, isPending, refetch } = useQuery(applicationById(applicationId));
  usePageTitle(data ? [heading, data.title].filter(Boolean).join(' — ') : error ? t('errors:pageTitle') : undefined);
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
  const { target } = data;
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          {data.reader === 'member' ? <Link to="/mes-candidatures">{t('applications:mine.title')}</Link> : null}
          {data.reader === 'owner' && target.kind === 'call' ? (
            <Link to="/mes-appels/$callId" params={{ callId: target.id }}>
              {target.title}
            </Link>
          ) : null}{' '}
          · {data.organisation.name}
        </p>
        <h1 tabIndex={-1}>{heading ?? data.title}</h1>
        <p>
          {target.kind === 'call' ? (
            <Link to="/appels/$callId" params={{ callId: target.id }}>
              {t('applications:forCall', { name: target.title })}
            </Link>
          ) : (
            <Link to="/lieux/$siteId" params={{ siteId: target.id }}>
              {t('applications:forPlace', { name: target.title })}
            </Link>
          )}
        </p>
      </header>
      {children(data)}
    </div>
  );
}
