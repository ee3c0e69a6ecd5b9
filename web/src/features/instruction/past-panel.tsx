import { useTranslation } from 'react-i18next';
import { formatDeadline, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import type { Instruction } from './instruction.queries';

/** Each correction that was asked, and what became of it. */
export function CorrectionsPanel({ instruction: { corrections } }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const language = currentLanguage();
  if (corrections.length === 0) return null;
  return (
    <Panel id="corrections" title={t('correction.past')}>
      <ul className="instruction-notes">
        {corrections.map(({ id, askedAt, askedBy, dueAt, reason, items, outcome, closedAt }) => (
          <li key={id}>
            <p>
              <strong>{t(`outcome.${outcome ?? 'open'}`)}</strong>
              {closedAt
                ? ` · ${formatMoment(closedAt, language)}`
                : ` · ${t('correction.until', { when: formatDeadline(dueAt, language) })}`}
            </p>
            <p className="instruction-note">{reason}</p>
            <ul>
              {items.map(({ field, label, fault, note }) => (
                <li key={field}>
                  {label ?? t('correction.lots')}
                  {' — '}
                  {t(`fault.${fault}`)}
                  {note ? ` (${note})` : ''}
                </li>
              ))}
            </ul>
            <p className="field-help">{t('notes.by', { who: askedBy ?? t('notes.gone'), when: formatMoment(askedAt, language) })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const ACTS = [
  'file',
  'amend',
  'correct',
  'requestCorrection',
  'endCorrection',
  'invite',
  'leaveOut',
  'shortlist',
  'admit',
  'takeBackAdmission',
  'refuseAdmission',
  'withdraw',
  'check',
  'addCriterion',
  'removeCriterion',
  'writeNote',
  'editNote',
  'assign',
  'unassign',
  'label',
  'unlabel',
  'undo',
  'askOpinion',
  'revokeOpinion',
] as const;

export function HistoryPanel({ instruction: { history } }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const language = currentLanguage();
  const words = (action: string) => {
    const known = ACTS.find((one) => one === action);
    return known ? t(`act.${known}`) : t('act.other');
  };
  return (
    <Disclosure summary={t('history.title')} count={String(history.length)}>
      <ol className="instruction-notes">
        {history.map(({ id, at, who, action, reason, isInternal }) => (
          <li key={id}>
            <p>
              {words(action)}
              {isInternal ? <span className="field-help"> · {t('history.internal')}</span> : null}
            </p>
            {reason ? <p className="instruction-note">{reason}</p> : null}
            <p className="field-help">{t('notes.by', { who: who ?? t('notes.gone'), when: formatMoment(at, language) })}</p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
