import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Countdown } from '../../ui/countdown';
import { Notice } from '../../ui/notice';
import { questionFieldId } from './answers/question-field';
import type { Application } from './applications.queries';

/** What the owner asks to correct, exactly, and until when. */
export function CorrectionNotice({ application, review }: { readonly application: Application; readonly review: ReactNode }) {
  const { t } = useTranslation('applications');
  const { correction, form, now } = application;
  if (correction === null) return null;
  if (new Date(now) >= new Date(correction.dueAt))
    return (
      <Notice tone="warning" title={t('correction.late')}>
        <p>{t('correction.lateText')}</p>
      </Notice>
    );
  const questions = new Map(form.flatMap((section) => section.questions).map(({ id, label }) => [id, label]));
  return (
    <Notice tone="warning" title={t('correction.title', { when: formatDeadline(correction.dueAt, currentLanguage()) })} actions={review}>
      <p>{correction.reason}</p>
      <ul>
        {correction.items.map(({ field, fault, note }) => (
          <li key={field}>
            <a href={`#${field === 'lots' ? 'lots' : questionFieldId(field)}`}>{questions.get(field) ?? t('lots.title')}</a>
            {' — '}
            {t(`correction.fault.${fault}`)}
            {note ? ` (${note})` : ''}
          </li>
        ))}
      </ul>
      <p>{t('correction.text')}</p>
      <p>
        <strong>
          {t('left')} <Countdown until={correction.dueAt} serverNow={now} />
        </strong>
      </p>
    </Notice>
  );
}
