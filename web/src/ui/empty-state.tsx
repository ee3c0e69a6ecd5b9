import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly drawing?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 1 | 2 | 3;
}

export function EmptyState({ title, children, drawing, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty-state">
      {drawing ? <div className="empty-drawing">{drawing}</div> : null}
      <Heading tabIndex={level === 1 ? -1 : undefined}>{title}</Heading>
      {children ? <div className="empty-text">{children}</div> : null}
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </div>
  );
}
