import { useEffect } from 'react';

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
    document.title = `${title} · Terrain d’entente`;
    for (const listener of listeners) listener(title);
  }, [title]);
}
