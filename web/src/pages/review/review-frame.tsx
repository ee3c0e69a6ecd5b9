import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../lib/page-title';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../ui/saved/saved.css';
import '../../features/applications/applications.css';

interface ReviewFrameProps<Data, Key extends readonly unknown[]> {
  readonly options: UseQueryOptions<Data, Error, Data, Key>;
  readonly title: (data: Data) => string;
  readonly over: (data: Data) => ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The frame of pages about one thing that is read: loading, refused, named. */
export function ReviewFrame<Data, Key extends readonly unknown[]>({ options, title, over, children }: ReviewFrameProps<Data, Key>) {
  const { t } = useTranslation(['common', 'errors']);
  const { data, error, isPending, refetch } = useQuery(options);
  usePageTitle(data === undefined ? (error ? t('errors:pageTitle') : undefined) : title(data));
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
        <p className="parts-over">{over(data)}</p>
        <h1 tabIndex={-1}>{title(data)}</h1>
      </header>
      {children(data)}
    </div>
  );
}
