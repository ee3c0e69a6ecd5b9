import type { ReactNode } from 'react';
import { PlaceDrawing } from '../../features/sites/place-drawing';
import { usePageTitle } from '../../lib/page-title';

interface EntryPageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Beside the form on a desk, below it on a phone. */
  readonly aside?: ReactNode;
}

/** The doors of the service: one subject, one form, and a place to look at. */
export function EntryPage({ title, children, aside }: EntryPageProps) {
  usePageTitle(title);
  return (
    <div className="page entry">
      <div className="entry-form">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
      <aside className="entry-aside">
        <div className="entry-drawing">
          <PlaceDrawing kind="disused_station" id="entry" />
        </div>
        {aside}
      </aside>
    </div>
  );
}
