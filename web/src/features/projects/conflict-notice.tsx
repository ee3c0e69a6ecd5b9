import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Conflict } from './conflict';
import { isField, useValueWords } from './project-words';

/** What somebody else saved meanwhile, field by field: the reader chooses, and what they typed stays in the form. */
export function ConflictNotice({ conflict, onTakeTheirs }: { readonly conflict: Conflict; readonly onTakeTheirs: () => void }) {
  const { t } = useTranslation('projects');
  const words = useValueWords();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [conflict]);
  return (
    <Notice
      ref={ref}
      role="alert"
      tone="warning"
      title={t('conflict.title')}
      actions={
        <Button size="small" onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      }
    >
      <p>{t('conflict.text')}</p>
      <ul>
        {conflict.changes.map(({ field, from, to }) => (
          <li key={field}>
            {t('conflict.change', {
              field: isField(field) ? t(`fieldName.${field}`) : field,
              from: words(field, from),
              to: words(field, to),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
