import { useSyncExternalStore } from 'react';

const query = () => globalThis.matchMedia('(width >= 60rem)');

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** A map beside the list, or behind a button: never two maps at once. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}
