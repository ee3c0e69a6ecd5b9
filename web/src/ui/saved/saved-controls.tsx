import type { ReactNode } from 'react';
import { Field } from '../field';
import { TextArea, TextInput } from '../inputs';
import { SavedStatus } from './saved-parts';
import { useSavedValue } from './use-saved-value';

interface SavedTextProps {
  readonly path: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly optionalLabel?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly id?: string;
}

/** A text that saves itself. */
export function SavedText({ path, label, help, optionalLabel, rows, maxLength, id }: SavedTextProps) {
  const answer = useSavedValue<string>(path, '');
  const shared = { value: answer.value, maxLength, disabled: answer.isDisabled, onBlur: answer.leave, autoComplete: 'off' };
  return (
    <div className="stack-tight">
      <Field label={label} help={help} optionalLabel={optionalLabel} {...(id ? { id } : {})}>
        {rows ? (
          <TextArea rows={rows} {...shared} onChange={(event) => answer.type(event.target.value)} />
        ) : (
          <TextInput {...shared} onChange={(event) => answer.type(event.target.value)} />
        )}
      </Field>
      <SavedStatus answer={answer} />
    </div>
  );
}
