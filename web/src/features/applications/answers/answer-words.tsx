import { useTranslation } from 'react-i18next';
import { formatDay, formatEuros, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { Application, Question, SimpleQuestion } from '../applications.queries';
import { FileName } from './file-name';
import type { MoneyPlan } from './money-field';
import type { Row } from './rows-field';

interface AnswerWordsProps {
  readonly application: Pick<Application, 'id' | 'answers' | 'files'>;
  readonly question: Question;
  /** Where its documents are given to this reader; default: with the file. */
  readonly filesAt?: string | undefined;
}

/** An answer as it is read: in the review, in the receipt, by the owner. */
export function AnswerWords({ application, question, filesAt }: AnswerWordsProps) {
  const { t } = useTranslation('applications');
  const value = application.answers[question.id];
  const language = currentLanguage();
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return <p className="field-help">{t('blank')}</p>;
  switch (question.kind) {
    case 'short':
    case 'long':
    case 'number':
    case 'choice':
      return <p className="application-answer">{simpleWords(question, value)}</p>;
    case 'file':
      return (
        <ul>
          {(value as string[]).flatMap((id) => {
            const file = application.files.find((one) => one.id === id);
            return file === undefined
              ? []
              : [
                  <li key={id}>
                    <FileName filesAt={filesAt ?? `/api/applications/${application.id}/files`} file={file} />
                    {file.state === 'ready' ? null : ` · ${t(`file.${file.state}`)}`}
                  </li>,
                ];
          })}
        </ul>
      );
    case 'money': {
      const plan = value as MoneyPlan;
      return (
        <>
          {(['expenses', 'resources'] as const).map((side) => (
            <div key={side}>
              <p>{t(`money.${side}`)}</p>
              <ul>
                {plan[side].map(({ label, cents }, index) => (
                  <li key={index}>
                    {label} : {cents === null ? '…' : formatEuros(cents, language)}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      );
    }
    case 'table':
    case 'block':
    case 'organisation':
    case 'calendar':
      return (
        <ol>
          {(value as Row[]).map((row, index) => (
            <li key={index} className="application-answer">
              {rowWords(question, row)}
            </li>
          ))}
        </ol>
      );
  }
}

function simpleWords(question: SimpleQuestion | Question, value: unknown): string {
  if (question.kind === 'choice' && Array.isArray(value))
    return (value as string[]).map((id) => question.options.find((option) => option.id === id)?.label ?? id).join(', ');
  if (question.kind === 'number' && typeof value === 'number')
    return [formatNumber(value, currentLanguage(), 2), question.unit ?? ''].filter(Boolean).join('\u00a0');
  return typeof value === 'string' ? value : '';
}

function rowWords(question: Question, row: Row): string {
  if (question.kind === 'block')
    return question.questions.map((inner) => `${inner.label} : ${simpleWords(inner, row[inner.id])}`).join('\n');
  if (question.kind === 'table') return question.columns.map(({ id, label }) => `${label} : ${String(row[id] ?? '…')}`).join(' · ');
  if (question.kind === 'calendar') {
    const say = (day: unknown) => (typeof day === 'string' && day !== '' ? formatDay(day, currentLanguage()) : '');
    return [row['label'], [say(row['from']), say(row['until'])].filter(Boolean).join(' – ')].filter(Boolean).join(' : ');
  }
  return [row['name'], row['siret'], row['part']].filter(Boolean).join(' · ');
}
