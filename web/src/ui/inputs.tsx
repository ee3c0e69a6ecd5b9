import { type InputHTMLAttributes, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes, useState } from 'react';
import { parseNumber } from '../lib/number';
import { useFieldAttributes } from './field';

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextInput({ className, ...rest }: TextInputProps) {
  return <input type="text" {...useFieldAttributes()} {...rest} className={`input ${className ?? ''}`} />;
}

export function TextArea(props: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={4} {...useFieldAttributes()} {...props} className={`input input-area ${props.className ?? ''}`} />;
}

export function SelectInput({ className, children, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className="select">
      <select {...useFieldAttributes()} {...rest} className={`input ${className ?? ''}`}>
        {children}
      </select>
    </span>
  );
}

interface NumberInputProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly name?: string;
  readonly 'aria-label'?: string;
}

/** Reads numbers as people write them (“1 500”, “12,5”) and never rewrites them while they are typed. */
export function NumberInput({ value, onChange, unit, ...rest }: NumberInputProps) {
  const attributes = useFieldAttributes();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const shown = parseNumber(typed) === value ? typed : value === null ? '' : String(value);
  return (
    <span className="input-with-unit">
      <input
        {...attributes}
        {...rest}
        className="input numeric"
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(parseNumber(event.target.value));
        }}
      />
      {unit ? <span className="input-unit">{unit}</span> : null}
    </span>
  );
}
