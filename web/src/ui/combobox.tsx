import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

interface ComboboxProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly onPick: (option: ComboboxOption) => void;
  /** Said when nothing corresponds to what was typed; `null` while the answer is not known. */
  readonly emptyText: string | null;
  readonly id?: string;
}

/**
 * The WAI-ARIA combobox with a list: arrows move, Enter picks, Escape closes, the focus never leaves the field.
 * Suggestions come from outside (the server filters); what a pick does to the text is the caller's business.
 */
export function Combobox(props: ComboboxProps) {
  const { label, labelHidden, help, error, placeholder, text, onTextChange, options, onPick, emptyText, id } = props;
  const generated = useId();
  const base = id ?? generated;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const current = options[Math.min(active, options.length - 1)];
  const typed = text.trim().length > 1;
  const showsList = open && options.length > 0;
  const showsEmpty = open && typed && options.length === 0 && emptyText !== null;

  const pick = (option: ComboboxOption) => {
    setOpen(false);
    setActive(0);
    onPick(option);
  };

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (showsList ? setActive((active + 1) % options.length) : setOpen(true)),
    ArrowUp: () => setActive((active - 1 + options.length) % Math.max(1, options.length)),
    Escape: () => setOpen(false),
    ...(showsList && current ? { Enter: () => pick(current) } : {}),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || (event.key === 'Escape' && !open)) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={error ? 'field combobox field-invalid' : 'field combobox'}>
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={base}>
        {label}
      </label>
      {help ? (
        <p className="field-help" id={`${base}-help`}>
          {help}
        </p>
      ) : null}
      <div className="combobox-box">
        <input
          id={base}
          className="input"
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={showsList}
          aria-controls={showsList ? `${base}-list` : undefined}
          aria-activedescendant={showsList && current ? `${base}-${current.id}` : undefined}
          aria-describedby={help ? `${base}-help` : undefined}
          aria-invalid={error ? true : undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            onTextChange(event.target.value);
            setOpen(true);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {showsList ? (
          <ul id={`${base}-list`} role="listbox" aria-label={label} className="combobox-list">
            {options.map((option) => (
              <li
                key={option.id}
                id={`${base}-${option.id}`}
                role="option"
                aria-selected={option === current}
                className="combobox-option"
                // Pressing must not take the focus from the field before the click is known.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(option)}
              >
                <span>{option.label}</span>
                {option.hint ? <span className="combobox-hint">{option.hint}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
        <p className={showsEmpty ? 'combobox-list combobox-empty' : 'visually-hidden'} role="status">
          {showsEmpty ? emptyText : null}
        </p>
      </div>
      {error ? <p className="field-error">{error}</p> : null}
    </div>
  );
}
