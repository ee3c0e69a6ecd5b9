import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import { readFailure } from '../../../api/problem';
import { type KeptSite, keptSite, type SiteEdit, saveSite } from './keep.queries';
import { editOf, isAbout } from './kept-paths';

type Status =
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string }
  /** Somebody else wrote here meanwhile. */
  | { readonly kind: 'crossed'; readonly theirs: unknown; readonly version: number };

export interface Saver {
  readonly site: KeptSite;
  readonly canEdit: boolean;
  /** @param begunOn the version on the screen when the person began to write */
  readonly save: (path: string, value: unknown, begunOn: number) => Promise<boolean>;
  /** Adds or takes away a part. */
  readonly change: (path: string, edit: SiteEdit) => Promise<boolean>;
  readonly statusOf: (path: string) => Status | undefined;
  /** Drops what was said of an answer; `reading` also fetches what is stored now. */
  readonly forget: (path: string, reading?: 'reading') => void;
  readonly isSaving: boolean;
  readonly unsaved: number;
  readonly savedAt: Date | null;
}

export const SaverContext = createContext<Saver | null>(null);

export function useKept(): Saver {
  const saver = use(SaverContext);
  if (saver === null) throw new Error('Controls of a kept place stand inside its editor.');
  return saver;
}

/** Saves one answer after the other, each by itself; the server merges them with what others write elsewhere in the place. */
export function useSaver(site: KeptSite): Saver {
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const ownVersions = useRef(new Map<string, number>());
  const [statuses, setStatuses] = useState<ReadonlyMap<string, Status>>(new Map());
  const [savedAt, setSavedAt] = useState<Date | null>(null);

  const tell = useCallback((path: string, status: Status | null) => {
    setStatuses((known) => {
      const next = new Map(known);
      if (status === null) next.delete(path);
      else next.set(path, status);
      return next;
    });
  }, []);

  const send = useCallback(
    async (path: string, edit: SiteEdit, begunOn: number): Promise<boolean> => {
      tell(path, { kind: 'saving' });
      try {
        // What this page itself saved at this path meanwhile is no crossing.
        const saved = await saveSite(site.id, Math.max(begunOn, ownVersions.current.get(path) ?? 0), edit);
        ownVersions.current.set(path, saved.version);
        client.setQueryData(keptSite(site.id).queryKey, saved);
        setSavedAt(new Date());
        tell(path, null);
        await client.invalidateQueries({
          queryKey: ['kept-sites'],
          predicate: ({ queryKey }) => queryKey[1] !== site.id || queryKey.length > 2,
        });
        return true;
      } catch (failure) {
        tell(path, statusFor(path, failure));
        return false;
      }
    },
    [client, site.id, tell],
  );

  const enqueue = useCallback(
    (path: string, edit: SiteEdit, begunOn: number) => {
      const turn = queue.current.then(() => send(path, edit, begunOn));
      queue.current = turn;
      return turn;
    },
    [send],
  );

  return useMemo(() => {
    const waiting = [...statuses.values()];
    return {
      site,
      canEdit: site.actions.updateSite === null,
      save: (path, value, begunOn) => enqueue(path, editOf(path, value), begunOn),
      change: (path, edit) => enqueue(path, edit, site.version),
      statusOf: (path) => statuses.get(path),
      forget: (path, reading) => {
        tell(path, null);
        if (reading) void client.invalidateQueries({ queryKey: keptSite(site.id).queryKey, exact: true });
      },
      isSaving: waiting.some(({ kind }) => kind === 'saving'),
      unsaved: waiting.filter(({ kind }) => kind !== 'saving').length,
      savedAt,
    };
  }, [site, statuses, savedAt, enqueue, tell, client]);
}

function statusFor(path: string, failure: unknown): Status {
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
