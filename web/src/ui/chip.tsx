import { X } from 'lucide-react';
import type { ReactNode } from 'react';

interface ChipProps {
  readonly children: ReactNode;
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A chosen filter: the whole chip is the button that removes it. */
export function Chip({ children, onRemove, removeLabel }: ChipProps) {
  if (!onRemove) return <span className="chip">{children}</span>;
  return (
    <button type="button" className="chip chip-removable" onClick={onRemove} aria-label={removeLabel}>
      {children}
      <X aria-hidden size={16} />
    </button>
  );
}
