import { useEffect } from 'react';

/** The same form as the titles that the server writes. */
const SITE_NAME = 'Terrain d’entente';

type Listener = (title: string) => void;
const listeners = new Set<Listener>();

export function onPageTitle(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Sets the document's title and tells the route announcer that the page is there. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (!title) return;
    document.title = title === SITE_NAME ? title : `${title} · ${SITE_NAME}`;
    for (const listener of listeners) listener(title);
  }, [title]);
}
