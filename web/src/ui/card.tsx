import type { HTMLAttributes, ReactNode } from 'react';

export function Card({ className, children, ...rest }: HTMLAttributes<HTMLElement>) {
  return (
    <article {...rest} className={`card ${className ?? ''}`}>
      {children}
    </article>
  );
}

interface PanelProps {
  readonly title?: ReactNode;
  readonly id?: string;
  readonly tone?: 'plain' | 'amber' | 'enamel';
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}

/** A titled region of a page. */
export function Panel({ title, id, tone = 'plain', children, aside }: PanelProps) {
  const headingId = id ? `${id}-title` : undefined;
  return (
    <section className={`panel panel-${tone}`} id={id} aria-labelledby={title ? headingId : undefined}>
      {title ? (
        <div className="panel-head">
          <h2 id={headingId}>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}
