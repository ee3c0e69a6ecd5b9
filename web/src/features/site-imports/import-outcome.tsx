import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { RefusalNote } from '../../ui/refusal-note';
import { buttonClass } from '../../ui/button';
import { actOnImport, reportAddress, type SiteImport } from './site-imports.queries';

interface ImportOutcomeProps {
  readonly given: SiteImport;
  readonly onChanged: (changed: SiteImport) => void;
}

const COUNTS = ['created', 'updated', 'unchanged', 'warned', 'refused', 'merged', 'not_concerned'] as const;

/** The counts, in the words of the moment: what would be, or what was done. */
export function ImportCounts({ given: { totals, state } }: { readonly given: SiteImport }) {
  const { t } = useTranslation('imports');
  if (totals === null) return null;
  const isDone = state === 'done' || state === 'undone';
  return (
    <dl className="import-counts">
      {COUNTS.filter((key) => totals[key] > 0 || key === 'created' || key === 'refused').map((key) => (
        <div key={key}>
          <dt>{isDone ? t(`count.${key}`) : t(`countAhead.${key}`)}</dt>
          <dd className="numeric">{formatNumber(totals[key], currentLanguage())}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ReportLinks({ given }: { readonly given: SiteImport }) {
  const { t } = useTranslation('imports');
  return (
    <>
      <a className={buttonClass('secondary', 'small')} href={reportAddress(given.id, 'xlsx')} download>
        {t('report.xlsx')}
      </a>
      <a className={buttonClass('quiet', 'small')} href={reportAddress(given.id, 'csv')} download>
        {t('report.csv')}
      </a>
      <a className={buttonClass('quiet', 'small')} href={reportAddress(given.id, 'json')} download>
        {t('report.json')}
      </a>
    </>
  );
}

/** What can be done with the whole file now, explained before it is done. */
export function ImportActs({ given, onChanged }: ImportOutcomeProps) {
  const { t } = useTranslation('imports');
  const act = async (name: 'commit' | 'undo' | 'drop') => onChanged(await actOnImport(given, name));
  const { actions, totals, state } = given;
  const count = (totals?.created ?? 0) + (totals?.updated ?? 0);
  const isRefusedByRole = state === 'to_check' && actions.commit !== null;
  return (
    <div className="form-actions">
      {isRefusedByRole ? <RefusalNote code={actions.commit ?? ''} /> : null}
      {actions.commit === null && count > 0 ? (
        <ActButton
          label={t('commit.act', { count })}
          title={t('commit.title')}
          submit={t('commit.submit', { count })}
          look="primary"
          onSend={() => act('commit')}
        >
          <p>{t('commit.text')}</p>
          {totals && totals.refused > 0 ? <p>{t('commit.refused', { count: totals.refused })}</p> : null}
        </ActButton>
      ) : null}
      {actions.commit === null && count === 0 ? <p>{t('commit.nothing')}</p> : null}
      {state === 'to_check' || state === 'done' ? <ReportLinks given={given} /> : null}
      {actions.undo === null ? (
        <ActButton label={t('undo.act')} title={t('undo.title')} submit={t('undo.act')} look="quiet" onSend={() => act('undo')}>
          <p>{t('undo.text')}</p>
        </ActButton>
      ) : null}
      {actions.drop === null ? (
        <ActButton label={t('drop.act')} title={t('drop.title')} submit={t('drop.act')} look="quiet" onSend={() => act('drop')}>
          <p>{t('drop.text')}</p>
        </ActButton>
      ) : null}
    </div>
  );
}

/** A file that could not be read, or whose import is over. */
export function ImportEnd({ given }: { readonly given: SiteImport }) {
  const { t } = useTranslation('imports');
  const again = (
    <LinkButton to="/mes-lieux/import" size="small">
      {t('again')}
    </LinkButton>
  );
  if (given.state === 'failed')
    return (
      <Notice tone="bad" role="alert" title={t('end.failed')} actions={again}>
        <p>{given.refusal}</p>
      </Notice>
    );
  if (given.state === 'done')
    return (
      <Notice tone="good" role="status" title={t('end.done')} actions={again}>
        <p>{given.isForgotten ? t('end.forgotten') : t('end.doneText')}</p>
      </Notice>
    );
  return (
    <Notice role="status" title={t(given.state === 'undone' ? 'end.undone' : 'end.dropped')} actions={again}>
      <p>{t(given.state === 'undone' ? 'end.undoneText' : 'end.droppedText')}</p>
    </Notice>
  );
}
