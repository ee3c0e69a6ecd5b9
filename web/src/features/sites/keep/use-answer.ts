import { useEffect, useRef, useState } from 'react';
import { valueAt } from './kept-paths';
import { useKept } from './use-saver';

const PAUSE_MS = 1_200;
/** What cannot be read as an answer yet is not sent. */
export const UNREADABLE = Symbol('unreadable');

interface Reading {
  readonly read: (typed: string) => unknown;
  readonly write: (value: unknown) => string;
}

/**
 * One answer of the page: what is typed, saved after a pause or on leaving the field. What others save meanwhile appears here, unless
 * the person is writing: then both are kept and shown.
 */
export function useAnswer(path: string, { read, write }: Reading) {
  const { site, save, statusOf, forget, canEdit } = useKept();
  const stored = write(valueAt(site.fields, path) ?? null);
  const [typed, setTyped] = useState(stored);
  const begunOn = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (begunOn.current === null) setTyped(stored);
  }, [stored]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = async (text: string, version?: number) => {
    clearTimeout(timer.current);
    const from = version ?? begunOn.current;
    if (from === null) return;
    if (text === stored && version === undefined) {
      begunOn.current = null;
      forget(path);
      return;
    }
    const value = read(text);
    if (value === UNREADABLE) return;
    begunOn.current = null;
    if (!(await save(path, value, from))) begunOn.current ??= from;
  };

  return {
    typed,
    status: statusOf(path),
    isDisabled: !canEdit,
    type: (text: string) => {
      begunOn.current ??= site.version;
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(text), PAUSE_MS);
    },
    /** A choice is whole at once. */
    pick: (text: string) => {
      begunOn.current ??= site.version;
      setTyped(text);
      void send(text);
    },
    leave: () => void send(typed),
    keepMine: (version: number) => void send(typed, version),
    takeTheirs: () => {
      begunOn.current = null;
      forget(path, 'reading');
      setTyped(write(valueAt(site.fields, path) ?? null));
    },
  };
}
