import { createContext, use } from 'react';
import type { NamedError } from './form-errors';

export interface FormState {
  readonly id: string;
  readonly errors: readonly NamedError[];
  readonly isPending: boolean;
}

export const FormContext = createContext<FormState>({ id: 'form', errors: [], isPending: false });

export function controlId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll('.', '-')}`;
}

/** The id of a named control, and what the server said against its last answer. */
export function useControl(name: string): { readonly id: string; readonly error: string | undefined } {
  const { id, errors } = use(FormContext);
  return { id: controlId(id, name), error: errors.find((error) => error.name === name)?.message };
}
