import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import { readFailure } from '../api/problem';

export type FieldStatus =
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string }
  /** Somebody else wrote here meanwhile. */
  | { readonly kind: 'crossed'; readonly theirs: unknown; readonly version: number };

/** Saves one answer after the other, each by itself; the server merges them with what others write elsewhere in the same thing. */
export interface FieldSaver {
  readonly canEdit: boolean;
  /** The version on the screen. */
  readonly version: number;
  readonly valueAt: (path: string) => unknown;
  /** @param begunOn the version on the screen when the person began to write */
  readonly save: (path: string, value: unknown, begunOn: number) => Promise<boolean>;
  readonly statusOf: (path: string) => FieldStatus | undefined;
  /** Drops what was said of an answer; `reading` also fetches what is stored now. */
  readonly forget: (path: string, reading?: 'reading') => void;
  readonly isSaving: boolean;
  readonly unsaved: number;
  readonly savedAt: Date | null;
}

export const FieldSaverContext = createContext<FieldSaver | null>(null);

export function useFieldSaver(): FieldSaver {
  const saver = use(FieldSaverContext);
  if (saver === null) throw new Error('Controls that save by themselves stand inside their editor.');
  return saver;
}

interface SavedThing<Edit> {
  readonly version: number;
  readonly canEdit: boolean;
  readonly valueAt: (path: string) => unknown;
  readonly editOf: (path: string, value: unknown) => Edit;
  /** Sends one edit made on that version and keeps what the server answers. @returns the version it made */
  readonly send: (version: number, edit: Edit) => Promise<number>;
  readonly reread: () => void;
  /** Is this field, or pointer, of a problem about the answer at that path? */
  readonly isAbout: (field: string, path: string) => boolean;
}

export type EditSaver<Edit> = FieldSaver & {
  /** Adds or takes away a part. */
  readonly change: (path: string, edit: Edit) => Promise<boolean>;
};

export function useEditSaver<Edit>(thing: SavedThing<Edit>): EditSaver<Edit> {
  const current = useRef(thing);
  current.current = thing;
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const ownVersions = useRef(new Map<string, number>());
  const [statuses, setStatuses] = useState<ReadonlyMap<string, FieldStatus>>(new Map());
  const [savedAt, setSavedAt] = useState<Date | null>(null);

  const tell = useCallback((path: string, status: FieldStatus | null) => {
    setStatuses((known) => {
      const next = new Map(known);
      if (status === null) next.delete(path);
      else next.set(path, status);
      return next;
    });
  }, []);

  const enqueue = useCallback(
    (path: string, edit: Edit, begunOn: number): Promise<boolean> => {
      const send = async () => {
        tell(path, { kind: 'saving' });
        try {
          // What this page itself saved at this path meanwhile is no crossing.
          const version = await current.current.send(Math.max(begunOn, ownVersions.current.get(path) ?? 0), edit);
          ownVersions.current.set(path, version);
          setSavedAt(new Date());
          tell(path, null);
          return true;
        } catch (failure) {
          tell(path, statusFor(path, failure, current.current.isAbout));
          return false;
        }
      };
      const turn = queue.current.then(send);
      queue.current = turn;
      return turn;
    },
    [tell],
  );

  return useMemo(() => {
    const waiting = [...statuses.values()];
    return {
      canEdit: thing.canEdit,
      version: thing.version,
      valueAt: thing.valueAt,
      save: (path, value, begunOn) => enqueue(path, current.current.editOf(path, value), begunOn),
      change: (path, edit) => enqueue(path, edit, current.current.version),
      statusOf: (path) => statuses.get(path),
      forget: (path, reading) => {
        tell(path, null);
        if (reading) current.current.reread();
      },
      isSaving: waiting.some(({ kind }) => kind === 'saving'),
      unsaved: waiting.filter(({ kind }) => kind !== 'saving').length,
      savedAt,
    };
  }, [thing, statuses, savedAt, enqueue, tell]);
}

function statusFor(path: string, failure: unknown, isAbout: SavedThing<unknown>['isAbout']): FieldStatus {
  const { kind, problem } = readFailure(failure);
  if (kind === 'offline' || problem === null) return { kind: 'offline' };
  const { version, changes } = problem.facts;
  if (problem.code === 'changed-meanwhile' && typeof version === 'number') {
    const crossed = Array.isArray(changes)
      ? (changes as { field: string; to: unknown }[]).find(({ field }) => isAbout(field, path))
      : undefined;
    return { kind: 'crossed', theirs: crossed?.to ?? null, version };
  }
  const fault = problem.fields.find(({ pointer }) => isAbout(pointer, path)) ?? problem.fields[0];
  return { kind: 'refused', message: fault?.message ?? problem.title };
}
