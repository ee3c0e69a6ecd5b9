import { useEffect, useRef, useState } from 'react';
import { useFieldSaver } from '../../lib/field-saver';

const PAUSE_MS = 1_200;

/**
 * One answer, saved after a pause or on leaving it. What others save meanwhile appears here, unless the person is writing: then both
 * are kept and shown.
 */
export function useSavedValue<Value>(path: string, blank: Value) {
  const { valueAt, version, save, statusOf, forget, canEdit } = useFieldSaver();
  const stored = (valueAt(path) ?? blank) as Value;
  const [written, setWritten] = useState<{ readonly value: Value } | null>(null);
  const begunOn = useRef<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<Value>(stored);
  /** What the pause still holds back: leaving the page sends it. */
  const heldBack = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      heldBack.current?.();
    },
    [],
  );

  const send = async (value: Value, from = begunOn.current) => {
    clearTimeout(timer.current);
    heldBack.current = null;
    if (from === null) return;
    begunOn.current = null;
    const isSaved = await save(path, isEmpty(value) ? null : value, from);
    if (!isSaved) begunOn.current ??= from;
    else if (latest.current === value) setWritten(null);
  };
  const write = (value: Value) => {
    begunOn.current ??= version;
    latest.current = value;
    setWritten({ value });
    clearTimeout(timer.current);
  };

  const value = written === null ? stored : written.value;
  return {
    value,
    status: statusOf(path),
    isDisabled: !canEdit,
    type: (next: Value) => {
      write(next);
      heldBack.current = () => void send(next);
      timer.current = setTimeout(heldBack.current, PAUSE_MS);
    },
    /** A choice is whole at once. */
    pick: (next: Value) => {
      write(next);
      void send(next);
    },
    leave: () => void send(value),
    keepMine: (from: number) => void send(value, from),
    takeTheirs: () => {
      begunOn.current = null;
      setWritten(null);
      forget(path, 'reading');
    },
  };
}

export type SavedValue = Pick<ReturnType<typeof useSavedValue>, 'status' | 'leave' | 'keepMine' | 'takeTheirs'>;

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
