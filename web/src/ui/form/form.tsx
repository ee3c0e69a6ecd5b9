import { type ReactNode, type Ref, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ButtonLook } from '../button';
import { ErrorSummary } from '../error-summary';
import { ProblemNotice } from '../problem-notice';
import { type Answers, readAnswers } from './answers';
import { FormContext, controlId } from './form-context';
import { errorsByName } from './form-errors';
import { SubmitButton } from './submit-button';

interface FormProps {
  /** Sends the answers; what it throws is explained at the top and under each field. */
  readonly onSend: (answers: Answers) => Promise<unknown>;
  /** The act, in words. */
  readonly submit: ReactNode;
  readonly submitLook?: ButtonLook;
  readonly children?: ReactNode;
  /** Other ways out, beside the button. */
  readonly actions?: ReactNode;
  readonly label?: string;
  readonly ref?: Ref<HTMLFormElement>;
}

/**
 * A form as HTML means it: answers live in its controls, the server judges them. It keeps what was typed when it is refused, cannot be
 * sent twice at once, and puts the focus on what is to be corrected.
 */
export function Form({ onSend, submit, submitLook = 'primary', children, actions, label, ref }: FormProps) {
  const { t } = useTranslation('errors');
  const id = useId();
  const isSending = useRef(false);
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<{ readonly failure: unknown; readonly labels: ReadonlyMap<string, string> } | null>(null);
  const errors = useMemo(() => (failed ? errorsByName(failed.failure, [...failed.labels.keys()]) : []), [failed]);
  const links = useMemo(
    () =>
      errors.map(({ name, message }) => {
        const label = failed?.labels.get(name);
        return { fieldId: name === '' ? id : controlId(id, name), message: label ? `${label} — ${message}` : message };
      }),
    [errors, failed, id],
  );
  const state = useMemo(() => ({ id, errors, isPending }), [id, errors, isPending]);

  const send = async (form: HTMLFormElement) => {
    if (isSending.current) return;
    isSending.current = true;
    setPending(true);
    try {
      await onSend(readAnswers(form));
      setFailed(null);
    } catch (failure) {
      setFailed({ failure, labels: labelsOf(form, id) });
    } finally {
      isSending.current = false;
      setPending(false);
    }
  };

  return (
    <form
      id={id}
      ref={ref}
      className="form"
      aria-label={label}
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <FormContext value={state}>
        {failed ? (
          errors.length > 0 ? (
            <ErrorSummary title={t('formTitle', { count: errors.length })} errors={links} />
          ) : (
            <ProblemNotice error={failed.failure} />
          )
        ) : null}
        {children}
        <div className="form-actions">
          <SubmitButton look={submitLook}>{submit}</SubmitButton>
          {actions}
        </div>
      </FormContext>
    </form>
  );
}

/** The named controls in the order of the page, each with the words beside it: a summary read alone must say what it is about. */
function labelsOf(form: HTMLFormElement, formId: string): ReadonlyMap<string, string> {
  const names = [...form.elements].map((element) => element.getAttribute('name') ?? '').filter(Boolean);
  return new Map(names.map((name) => [name, labelOf(controlId(formId, name))]));
}

function labelOf(id: string): string {
  const control = document.getElementById(id);
  if (control instanceof HTMLFieldSetElement) return control.querySelector('legend')?.textContent ?? '';
  return document.querySelector(`label[for="${id}"]`)?.firstChild?.textContent ?? '';
}
