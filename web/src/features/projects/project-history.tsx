import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { Disclosure } from '../../ui/disclosure';
import { ErrorState } from '../../ui/error-state';
import { isField, useValueWords } from './project-words';
import { type History, historyOf } from './projects.queries';

const ACTS = ['create', 'edit', 'open', 'close', 'reopen', 'show', 'hide'] as const;

/** Who changed what, and when: for members. */
export function ProjectHistory({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation(['projects', 'common']);
  const history = useInfiniteQuery(historyOf(projectId));
  const lines = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Disclosure summary={t('projects:section.history')}>
      {history.isError ? <ErrorState level={3} error={history.error} onRetry={() => void history.refetch()} /> : null}
      <ol className="project-history">
        {lines.map((line) => (
          <HistoryLine key={line.id} line={line} />
        ))}
      </ol>
      {history.hasNextPage ? <Button onClick={() => void history.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </Disclosure>
  );
}

function HistoryLine({ line }: { readonly line: History }) {
  const { t } = useTranslation('projects');
  const words = useValueWords();
  const act = ACTS.find((known) => known === line.action) ?? 'edit';
  return (
    <li>
      <p>
        <strong>{t(`history.${act}`)}</strong> · {line.who ?? t('history.someone')} · {formatMoment(line.at, currentLanguage())}
      </p>
      {line.note ? <p>{line.note}</p> : null}
      {line.changes.length > 0 ? (
        <ul>
          {line.changes.map(({ field, from, to }) => (
            <li key={field}>
              {t('conflict.change', {
                field: isField(field) ? t(`fieldName.${field}`) : field,
                from: words(field, from),
                to: words(field, to),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
