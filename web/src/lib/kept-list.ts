import { useSyncExternalStore } from 'react';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NONE: readonly string[] = [];

export interface KeptList {
  readonly read: () => readonly string[];
  readonly write: (ids: readonly string[]) => void;
  /** The list as it is now, in this page and in the others of this browser. */
  readonly use: () => readonly string[];
}

/** Ids kept in this browser under a name, the latest first: nothing leaves it. Without storage nothing is kept. */
export function keptList(name: string, most: number, storage: () => Storage): KeptList {
  const listeners = new Set<() => void>();
  let known: { readonly text: string | null; readonly ids: readonly string[] } = { text: null, ids: NONE };

  const readText = (): string | null => {
    try {
      return storage().getItem(name);
    } catch {
      return null;
    }
  };
  const read = (): readonly string[] => {
    const text = readText();
    if (text !== known.text) known = { text, ids: parse(text) };
    return known.ids;
  };
  const write = (ids: readonly string[]): void => {
    try {
      storage().setItem(name, JSON.stringify([...new Set(ids)].slice(0, most)));
    } catch {
      // What is not kept is not shown as kept.
    }
    for (const tell of listeners) tell();
  };
  const subscribe = (tell: () => void): (() => void) => {
    listeners.add(tell);
    globalThis.addEventListener('storage', tell);
    return () => {
      listeners.delete(tell);
      globalThis.removeEventListener('storage', tell);
    };
  };
  return { read, write, use: () => useSyncExternalStore(subscribe, read) };
}

function parse(text: string | null): readonly string[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string' && UUID.test(id)) : NONE;
  } catch {
    return NONE;
  }
}
