import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly count?: string;
  readonly defaultOpen?: boolean;
  readonly children: ReactNode;
}

export function Disclosure({ summary, count, defaultOpen, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={defaultOpen}>
      <summary>
        <ChevronRight aria-hidden size={18} className="disclosure-mark" />
        <span className="disclosure-summary">{summary}</span>
        {count === undefined ? null : <span className="disclosure-count numeric">{count}</span>}
      </summary>
      <div className="disclosure-content">{children}</div>
    </details>
  );
}
