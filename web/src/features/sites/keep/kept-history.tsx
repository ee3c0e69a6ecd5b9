import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { formatMoment } from '../../../lib/format';
import { keep } from '../../../text/fr/keep';
import { currentLanguage } from '../../../text/i18n';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { ErrorState } from '../../../ui/error-state';
import { type HistoryLine, historyOf, type KeptSite, keptSite } from './keep.queries';
import { KNOWN_CLOSING_REASONS } from './kept-states';
import { useFieldWords, useValueWords } from './kept-words';

type Act = keyof typeof keep.history.act;

/** Who changed what, and when, with the way back to how it was then. */
export function KeptHistory({ site }: { readonly site: KeptSite }) {
  const { t } = useTranslation(['keep', 'common']);
  const history = useInfiniteQuery(historyOf(site.id));
  const lines = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Disclosure summary={t('keep:sections.history')}>
      {history.isError ? <ErrorState level={3} error={history.error} onRetry={() => void history.refetch()} /> : null}
      <ol className="kept-history">
        {lines.map((line) => (
          <Line key={line.id} line={line} site={site} />
        ))}
      </ol>
      {history.hasNextPage ? <Button onClick={() => void history.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </Disclosure>
  );
}

function Line({ line, site }: { readonly line: HistoryLine; readonly site: KeptSite }) {
  const { t } = useTranslation('keep');
  const names = useFieldWords();
  const words = useValueWords();
  const moment = formatMoment(line.at, currentLanguage());
  const act = line.action in keep.history.act ? (line.action as Act) : 'imported';
  const closing = KNOWN_CLOSING_REASONS.find((known) => known === line.reason);
  const said = [closing ? t(`closing.${closing}`) : line.reason, act === 'undo' ? null : line.note].filter(Boolean).join(' · ');
  return (
    <li>
      <p>
        <strong>{t(`history.act.${act}`)}</strong> · {line.who ?? t('history.someone')} · {moment}
        {line.credit ? ` · ${t('history.credit', { name: line.credit })}` : null}
      </p>
      {line.of === null ? null : <p className="field-help">{t('history.of', { name: line.of })}</p>}
      {said ? <p>{said}</p> : null}
      {line.changes.length > 0 ? (
        <ul>
          {line.changes.map(({ field, from, to }) => (
            <li key={field}>{t('history.change', { field: names(field), from: words(field, from), to: words(field, to) })}</li>
          ))}
        </ul>
      ) : null}
      {line.version !== null && line.version < site.version && site.actions.updateSite === null ? (
        <Restore site={site} to={line.version} moment={moment} />
      ) : null}
    </li>
  );
}

function Restore({ site, to, moment }: { readonly site: KeptSite; readonly to: number; readonly moment: string }) {
  const { t } = useTranslation('keep');
  const client = useQueryClient();
  return (
    <ActButton
      label={t('history.restore')}
      about={moment}
      look="quiet"
      title={t('history.restoreTitle')}
      submit={t('history.restore')}
      onSend={async () => {
        const body = { version: site.version, to };
        const restored = await unwrap(api.POST('/api/sites/{id}/restore', { params: { path: { id: site.id } }, body }));
        client.setQueryData(keptSite(site.id).queryKey, restored);
        await client.invalidateQueries({ queryKey: ['kept-sites'] });
      }}
    >
      <p>{t('history.restoreText', { moment })}</p>
    </ActButton>
  );
}
