import { createContext, type ReactNode, use, useId } from 'react';

interface FieldIds {
  readonly inputId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}
const FieldContext = createContext<FieldIds | null>(null);

export interface FieldProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly optionalLabel?: string | undefined;
  /** Lets an error summary link to this input. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A label, a help text with its example and an error, tied to the one control inside. */
export function Field({ label, help, error, optionalLabel, id, children }: FieldProps) {
  const generated = useId();
  const inputId = id ?? generated;
  const helpId = `${inputId}-help`;
  const errorId = `${inputId}-error`;
  const describedBy = [help ? helpId : '', error ? errorId : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label className="field-label" htmlFor={inputId}>
        {label}
        {optionalLabel ? <span className="field-optional"> ({optionalLabel})</span> : null}
      </label>
      {help ? (
        <p className="field-help" id={helpId}>
          {help}
        </p>
      ) : null}
      <FieldContext value={{ inputId, describedBy, invalid: Boolean(error) }}>{children}</FieldContext>
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The attributes a control takes from the field around it. */
export function useFieldAttributes() {
  const field = use(FieldContext);
  if (!field) return {};
  return { id: field.inputId, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined };
}
