import { type ReactNode, useState } from 'react';
import { type Choice, RadioGroup } from '../choices';
import { useControl } from './form-context';
import type { NamedFieldProps } from './fields';

interface RadioFieldProps<V extends string> extends Omit<NamedFieldProps, 'isOptional'> {
  readonly choices: readonly Choice<V>[];
  readonly defaultValue?: V;
  readonly look?: 'list' | 'tiles';
  readonly onPick?: (value: V) => void;
}

export function RadioField<V extends string>({ name, label, help, choices, defaultValue, look, onPick }: RadioFieldProps<V>) {
  const { id, error } = useControl(name);
  const [value, setValue] = useState<V | null>(defaultValue ?? null);
  return (
    <RadioGroup
      id={id}
      name={name}
      legend={label}
      help={help}
      error={error}
      look={look}
      choices={choices}
      value={value}
      onChange={(picked) => {
        setValue(picked);
        onPick?.(picked);
      }}
    />
  );
}

interface CheckFieldProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly defaultChecked?: boolean;
}

/** One box to tick; unticked, it is not among the answers. */
export function CheckField({ name, children, hint, defaultChecked }: CheckFieldProps) {
  const { id, error } = useControl(name);
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={defaultChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span className="choice-text">
          <span>{children}</span>
          {hint ? <span className="choice-hint">{hint}</span> : null}
        </span>
      </label>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
