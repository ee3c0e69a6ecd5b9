import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export interface TabItem<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<V extends string> {
  readonly label: string;
  readonly items: readonly TabItem<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** Tabs of the WAI-ARIA pattern: arrows move, Home and End jump, only the chosen panel exists. */
export function Tabs<V extends string>({ label, items, value, onChange }: TabsProps<V>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const chosen = items.findIndex((item) => item.value === value);

  const move = (event: KeyboardEvent) => {
    const targets: Record<string, number> = {
      ArrowRight: (chosen + 1) % items.length,
      ArrowLeft: (chosen - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const target = targets[event.key];
    const item = target === undefined ? undefined : items[target];
    if (!item || target === undefined) return;
    event.preventDefault();
    onChange(item.value);
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[target]?.focus();
  };

  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} className="tab-list" ref={list} onKeyDown={move}>
        {items.map((item) => (
          <button
            key={item.value}
            type="button"
            role="tab"
            id={`${base}-${item.value}`}
            aria-selected={item.value === value}
            aria-controls={item.value === value ? `${base}-panel` : undefined}
            tabIndex={item.value === value ? 0 : -1}
            className="tab"
            onClick={() => onChange(item.value)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${value}`} className="tab-panel">
        {items[chosen]?.content}
      </div>
    </div>
  );
}
