import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../field';
import { SelectInput, TextArea, TextInput } from '../inputs';
import { useControl } from './form-context';

export interface NamedFieldProps {
  /** The path of the answer in what is sent: `email`, `owner.name`. */
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly isOptional?: boolean | undefined;
}

export function NamedField({ name, label, help, isOptional = false, children }: NamedFieldProps & { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const { id, error } = useControl(name);
  return (
    <Field id={id} label={label} help={help} error={error} optionalLabel={isOptional ? t('optional') : undefined}>
      {children}
    </Field>
  );
}

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'defaultValue' | 'inputMode' | 'maxLength' | 'placeholder' | 'spellCheck' | 'min' | 'max'
>;
interface TextFieldProps extends NamedFieldProps, InputAttributes {
  readonly type?: 'text' | 'search' | 'url' | 'date' | 'time' | 'number';
}

export function TextField({ name, label, help, isOptional, type = 'text', ...input }: TextFieldProps) {
  return (
    <NamedField name={name} label={label} help={help} isOptional={isOptional}>
      <TextInput name={name} type={type} required={!isOptional} {...input} />
    </NamedField>
  );
}

/** An address: `username` where one signs in, so that password managers recognise it; `email` elsewhere. */
export function EmailField({ autoComplete = 'email', ...field }: Omit<TextFieldProps, 'type'>) {
  const { name, label, help, isOptional, ...input } = field;
  return (
    <NamedField name={name} label={label} help={help} isOptional={isOptional}>
      <TextInput
        name={name}
        type="email"
        inputMode="email"
        required={!isOptional}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        {...input}
      />
    </NamedField>
  );
}

/** Six digits of a telephone, or a recovery code: the telephone may type it itself. */
export function CodeField({ name, label, help, kind = 'digits' }: NamedFieldProps & { readonly kind?: 'digits' | 'recovery' }) {
  return (
    <NamedField name={name} label={label} help={help}>
      <TextInput
        name={name}
        className="input-code numeric"
        required
        autoComplete={kind === 'digits' ? 'one-time-code' : 'off'}
        inputMode={kind === 'digits' ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={kind === 'digits' ? 7 : 40}
      />
    </NamedField>
  );
}

interface TextAreaFieldProps
  extends NamedFieldProps, Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'defaultValue' | 'rows' | 'maxLength'> {}

export function TextAreaField({ name, label, help, isOptional, ...area }: TextAreaFieldProps) {
  return (
    <NamedField name={name} label={label} help={help} isOptional={isOptional}>
      <TextArea name={name} required={!isOptional} {...area} />
    </NamedField>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}
interface SelectFieldProps extends NamedFieldProps {
  readonly options: readonly Option[];
  /** The first line, which chooses nothing. */
  readonly blank?: string;
  readonly defaultValue?: string;
}

export function SelectField({ name, label, help, isOptional, options, blank, defaultValue }: SelectFieldProps) {
  return (
    <NamedField name={name} label={label} help={help} isOptional={isOptional}>
      <SelectInput name={name} required={!isOptional} defaultValue={defaultValue}>
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </SelectInput>
    </NamedField>
  );
}
