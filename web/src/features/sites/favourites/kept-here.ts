import { useSyncExternalStore } from 'react';

/** Places kept in this browser, the latest first: without an account nothing leaves it. */
const KEY = 'favourites';
const MOST = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const listeners = new Set<() => void>();
const NONE: readonly string[] = [];
let read: { readonly text: string | null; readonly ids: readonly string[] } = { text: null, ids: NONE };

export function keptHere(): readonly string[] {
  const text = readText();
  if (text !== read.text) read = { text, ids: parse(text) };
  return read.ids;
}

export function useKeptHere(): readonly string[] {
  return useSyncExternalStore(subscribe, keptHere);
}

export function keepHere(ids: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set(ids)].slice(0, MOST)));
  } catch {
    // Without storage nothing is kept, and the star says so by staying empty.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  globalThis.addEventListener('storage', tell);
  return () => {
    listeners.delete(tell);
    globalThis.removeEventListener('storage', tell);
  };
}

function readText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function parse(text: string | null): readonly string[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string' && UUID.test(id)) : NONE;
  } catch {
    return NONE;
  }
}
