import { useTranslation } from 'react-i18next';
import type { FieldSaver } from '../../lib/field-saver';
import { formatTime } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import type { SavedValue } from './use-saved-value';
import './saved.css';

/** What the server said of the last answer: refused, not sent, or crossed with another's. */
export function SavedStatus({ answer, words }: { readonly answer: SavedValue; readonly words?: (theirs: unknown) => string }) {
  const { t } = useTranslation('keep');
  const { status, leave, keepMine, takeTheirs } = answer;
  if (status?.kind === 'refused') return <p className="field-error">{status.message}</p>;
  if (status?.kind === 'offline')
    return (
      <p className="field-error">
        {t('offline')}{' '}
        <Button size="small" onClick={leave}>
          {t('retry')}
        </Button>
      </p>
    );
  if (status?.kind !== 'crossed') return null;
  const theirs = words?.(status.theirs) ?? (typeof status.theirs === 'string' ? status.theirs : '…');
  return (
    <Notice
      role="alert"
      tone="warning"
      title={t('conflict.title', { theirs })}
      actions={
        <>
          <Button size="small" look="primary" onClick={() => keepMine(status.version)}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="small" onClick={takeTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </>
      }
    />
  );
}

/** Always on the screen while one writes: what is saved, when, and what is not. */
export function SavingLine({ saver: { isSaving, unsaved, savedAt } }: { readonly saver: FieldSaver }) {
  const { t } = useTranslation('keep');
  const words = isSaving
    ? t('saving')
    : unsaved > 0
      ? t('notSaved', { count: unsaved })
      : savedAt
        ? t('savedAt', { time: formatTime(savedAt.toISOString(), currentLanguage()) })
        : t('savesAlone');
  return (
    <p className={unsaved > 0 ? 'saving-line saving-line-bad' : 'saving-line'} role="status">
      {words}
    </p>
  );
}
