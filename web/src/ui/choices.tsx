import type { ReactNode } from 'react';
import { useId } from 'react';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Shown after the label, e.g. how many results have it. */
  readonly count?: string | undefined;
  readonly disabled?: boolean;
}

interface GroupProps {
  readonly legend: ReactNode;
  readonly legendHidden?: boolean;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly look?: 'list' | 'tiles' | undefined;
  /** Lets an error summary link to this group. */
  readonly id?: string;
}

interface CheckboxGroupProps<V extends string> extends GroupProps {
  readonly choices: readonly Choice<V>[];
  readonly values: readonly V[];
  readonly onChange: (values: V[]) => void;
}

export function CheckboxGroup<V extends string>({ choices, values, onChange, ...group }: CheckboxGroupProps<V>) {
  const toggle = (value: V) => onChange(values.includes(value) ? values.filter((kept) => kept !== value) : [...values, value]);
  return (
    <ChoiceGroup {...group}>
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.value}
          choice={choice}
          type="checkbox"
          checked={values.includes(choice.value)}
          onPick={() => toggle(choice.value)}
        />
      ))}
    </ChoiceGroup>
  );
}

interface RadioGroupProps<V extends string> extends GroupProps {
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  /** In a form: the name under which the choice is sent. */
  readonly name?: string;
}

export function RadioGroup<V extends string>({ choices, value, onChange, name: given, ...group }: RadioGroupProps<V>) {
  const generated = useId();
  const name = given ?? generated;
  return (
    <ChoiceGroup {...group}>
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.value}
          choice={choice}
          type="radio"
          name={name}
          checked={value === choice.value}
          onPick={() => onChange(choice.value)}
        />
      ))}
    </ChoiceGroup>
  );
}

function ChoiceGroup({ legend, legendHidden, help, error, look = 'list', id, children }: GroupProps & { readonly children: ReactNode }) {
  const generated = useId();
  const groupId = id ?? generated;
  return (
    <fieldset
      className={error ? 'choices field-invalid' : 'choices'}
      id={groupId}
      tabIndex={-1}
      aria-describedby={help || error ? `${groupId}-about` : undefined}
    >
      <legend className={legendHidden ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      <div id={`${groupId}-about`}>
        {help ? <p className="field-help">{help}</p> : null}
        {error ? <p className="field-error">{error}</p> : null}
      </div>
      <div className={look === 'tiles' ? 'choice-tiles' : 'choice-list'}>{children}</div>
    </fieldset>
  );
}

interface ChoiceRowProps {
  readonly choice: Choice<string>;
  readonly type: 'checkbox' | 'radio';
  readonly name?: string;
  readonly checked: boolean;
  readonly onPick: () => void;
}

function ChoiceRow({ choice, type, name, checked, onPick }: ChoiceRowProps) {
  return (
    <label className="choice">
      <input type={type} name={name} value={choice.value} checked={checked} disabled={choice.disabled} onChange={onPick} />
      <span className="choice-text">
        <span>{choice.label}</span>
        {choice.hint ? <span className="choice-hint">{choice.hint}</span> : null}
      </span>
      {choice.count === undefined ? null : <span className="choice-count numeric">{choice.count}</span>}
    </label>
  );
}
