import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { SelectInput, TextArea, TextInput } from '../../../ui/inputs';
import { Notice } from '../../../ui/notice';
import { useFieldWords, useValueWords } from './kept-words';
import { readNumber, writeNumber } from './kept-numbers';
import { UNREADABLE, useAnswer } from './use-answer';

const KEPT_IDS = 'kept-';
export const controlId = (path: string) => KEPT_IDS + path.replaceAll('.', '-');

export interface KeptProps {
  readonly path: string;
  readonly label?: string;
  readonly help?: string | undefined;
}

interface AnswerFieldProps extends KeptProps {
  readonly answer: ReturnType<typeof useAnswer>;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A control with what the server said of its last answer, and the choice between two answers that crossed. */
export function AnswerField({ path, label, help, answer, error, children }: AnswerFieldProps) {
  const { t } = useTranslation('keep');
  const names = useFieldWords();
  const { status } = answer;
  const refused = status?.kind === 'refused' ? status.message : status?.kind === 'offline' ? t('offline') : undefined;
  return (
    <div className="kept-answer">
      <Field id={controlId(path)} label={label ?? names(path)} help={help} error={error ?? refused}>
        {children}
      </Field>
      <Crossing path={path} answer={answer} />
      {status?.kind === 'offline' ? (
        <Button size="small" onClick={answer.leave}>
          {t('retry')}
        </Button>
      ) : null}
    </div>
  );
}

export function Crossing({ path, answer }: Pick<AnswerFieldProps, 'path' | 'answer'>) {
  const { t } = useTranslation('keep');
  const words = useValueWords();
  const { status } = answer;
  if (status?.kind !== 'crossed') return null;
  return (
    <Notice
      role="alert"
      tone="warning"
      title={t('conflict.title', { theirs: words(path, status.theirs) })}
      actions={
        <>
          <Button size="small" look="primary" onClick={() => answer.keepMine(status.version)}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="small" onClick={answer.takeTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </>
      }
    />
  );
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

interface KeptTextProps extends KeptProps {
  readonly rows?: number;
  readonly maxLength?: number;
  readonly type?: 'text' | 'email' | 'date';
}

export function KeptText({ rows, maxLength, type = 'text', ...props }: KeptTextProps) {
  const answer = useAnswer(props.path, { read: orNull, write: asText });
  const { typed, type: onType, leave, isDisabled } = answer;
  const shared = { value: typed, maxLength, disabled: isDisabled, onBlur: leave, autoComplete: 'off' };
  return (
    <AnswerField {...props} answer={answer}>
      {rows ? (
        <TextArea rows={rows} {...shared} onChange={(event) => onType(event.target.value)} />
      ) : (
        <TextInput type={type} {...shared} onChange={(event) => onType(event.target.value)} />
      )}
    </AnswerField>
  );
}

interface KeptNumberProps extends KeptProps {
  readonly unit?: string;
  /** What is stored for one that is typed: 1200 cents a year for one euro a month. */
  readonly factor?: number;
}

export function KeptNumber({ unit, factor = 1, ...props }: KeptNumberProps) {
  const answer = useAnswer(props.path, {
    read: (typed) => {
      const number = readNumber(typed, factor);
      return number === undefined ? UNREADABLE : number;
    },
    write: (value) => writeNumber(value, factor),
  });
  const isBad = readNumber(answer.typed, factor) === undefined;
  const { t } = useTranslation('keep');
  return (
    <AnswerField {...props} answer={answer} error={isBad ? t('notANumber') : undefined}>
      <span className="input-with-unit">
        <TextInput
          className="numeric"
          inputMode="decimal"
          autoComplete="off"
          value={answer.typed}
          disabled={answer.isDisabled}
          onBlur={answer.leave}
          onChange={(event) => answer.type(event.target.value)}
        />
        {unit ? <span className="input-unit">{unit}</span> : null}
      </span>
    </AnswerField>
  );
}

interface KeptSelectProps extends KeptProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Without it one of the options always holds. */
  readonly blank?: string | undefined;
  /** How an option is stored, when not as the word itself. */
  readonly read?: (option: string) => unknown;
  readonly write?: (value: unknown) => string;
}

export function KeptSelect({ options, blank, read = (option) => option, write = asText, ...props }: KeptSelectProps) {
  const answer = useAnswer(props.path, { read: (option) => (option === '' ? null : read(option)), write });
  return (
    <AnswerField {...props} answer={answer}>
      <SelectInput value={answer.typed} disabled={answer.isDisabled} onChange={(event) => answer.pick(event.target.value)}>
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectInput>
    </AnswerField>
  );
}

/** Yes, no, or nobody knows yet. */
export function KeptYesNo(props: KeptProps) {
  const { t } = useTranslation('keep');
  return (
    <KeptSelect
      {...props}
      blank={t('facts.unknown')}
      options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`facts.${value}`) }))}
      read={(option) => option === 'yes'}
      write={(value) => (value === true ? 'yes' : value === false ? 'no' : '')}
    />
  );
}
