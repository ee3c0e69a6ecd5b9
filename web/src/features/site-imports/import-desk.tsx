import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { Notice } from '../../ui/notice';
import { ProgressSteps } from '../../ui/progress-steps';
import { Skeleton } from '../../ui/skeleton';
import { Tabs } from '../../ui/tabs';
import { ImportMap } from './import-map';
import { ImportActs, ImportCounts, ImportEnd } from './import-outcome';
import { ImportReading } from './import-reading';
import { ImportRows } from './import-rows';
import { importById, isBusy, type SiteImport } from './site-imports.queries';
import './site-imports.css';

const STEP: Readonly<Record<SiteImport['state'], number>> = {
  reading: 1,
  to_check: 2,
  committing: 3,
  done: 4,
  undoing: 4,
  undone: 4,
  failed: 0,
  dropped: 4,
};

/** One file, wherever it stands: being read, to be checked, being written, done. */
export function ImportDesk({ id }: { readonly id: string }) {
  const { t } = useTranslation(['imports', 'common']);
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(importById(id));
  if (isPending) return <Skeleton label={t('common:loading')} shape="page" />;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const keep = (changed: SiteImport) => {
    client.setQueryData(importById(id).queryKey, changed);
    void client.invalidateQueries({ queryKey: ['site-imports', 'of'] });
  };
  const steps = [
    t('imports:step.file'),
    t('imports:step.reading'),
    t('imports:step.check'),
    t('imports:step.writing'),
    t('imports:step.report'),
  ];
  const current = STEP[data.state];
  return (
    <div className="stack">
      <ProgressSteps label={t('imports:step.label', { step: current + 1, of: steps.length })} steps={steps} current={current} />
      <p role="status" className={isBusy(data.state) ? undefined : 'visually-hidden'}>
        {isBusy(data.state) ? <Progress given={data} /> : t(`imports:state.${data.state}`)}
      </p>
      {isBusy(data.state) || data.state === 'to_check' ? null : <ImportEnd given={data} />}
      {data.settings && data.state === 'to_check' ? (
        <ToCheck key={data.version} given={data} onChanged={keep} onFixed={() => void refetch()} />
      ) : null}
      {data.state === 'done' || data.state === 'undone' ? (
        <Panel id="report" title={t('imports:report.title')}>
          <div className="stack">
            <ImportCounts given={data} />
            <ImportActs given={data} onChanged={keep} />
            {data.isForgotten ? null : <ImportRows given={data} onFixed={() => undefined} />}
          </div>
        </Panel>
      ) : null}
      {data.state === 'reading' ? <ImportActs given={data} onChanged={keep} /> : null}
    </div>
  );
}

function Progress({ given: { state, doneRows, totals } }: { readonly given: SiteImport }) {
  const { t } = useTranslation('imports');
  const all = (totals?.created ?? 0) + (totals?.updated ?? 0);
  if (state === 'reading') return t('busy.reading');
  return (
    <>
      <progress max={all} value={doneRows} aria-hidden className="import-progress" />
      {t(state === 'undoing' ? 'busy.undoing' : 'busy.writing', {
        done: formatNumber(doneRows, currentLanguage()),
        all: formatNumber(all, currentLanguage()),
      })}
    </>
  );
}

interface ToCheckProps {
  readonly given: SiteImport;
  readonly onChanged: (changed: SiteImport) => void;
  readonly onFixed: () => void;
}

/** How the file is read, what would be made of it, and the way to go. */
function ToCheck({ given, onChanged, onFixed }: ToCheckProps) {
  const { t } = useTranslation('imports');
  const [view, setView] = useState<'rows' | 'map'>('rows');
  if (!given.settings) return null;
  return (
    <>
      <Panel id="reading" title={t('section.reading')}>
        <ImportReading given={given} settings={given.settings} onChanged={onChanged} />
      </Panel>
      <Panel id="check" title={t('section.check')}>
        <div className="stack">
          <ImportCounts given={given} />
          {given.found.length > 0 ? (
            <ul className="import-found">
              {given.found.map(({ cause, count, message }) => (
                <li key={cause}>{t('found', { count, message })}</li>
              ))}
            </ul>
          ) : (
            <Notice tone="good">
              <p>{t('nothingWrong')}</p>
            </Notice>
          )}
          <Tabs
            label={t('section.check')}
            value={view}
            onChange={setView}
            items={[
              { value: 'rows', label: t('view.rows'), content: <ImportRows given={given} onFixed={onFixed} /> },
              { value: 'map', label: t('view.map'), content: <ImportMap given={given} /> },
            ]}
          />
        </div>
      </Panel>
      <Panel id="go" title={t('section.go')} tone="enamel">
        <ImportActs given={given} onChanged={onChanged} />
      </Panel>
    </>
  );
}
