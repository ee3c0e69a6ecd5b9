import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { sendFile } from './upload';

export interface Sending {
  readonly key: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly failure: unknown;
}

/** Files on their way, one after the other: those that arrive leave the list, those that are refused stay with the reason. */
export function useUploads(siteId: string) {
  const client = useQueryClient();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const count = useRef(0);

  const change = useCallback(
    (key: number, changes: Partial<Sending>) =>
      setSendings((all) => all.map((sending) => (sending.key === key ? { ...sending, ...changes } : sending))),
    [],
  );
  const forget = useCallback((key: number) => setSendings((all) => all.filter((sending) => sending.key !== key)), []);

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.map((file): Sending => ({ key: (count.current += 1), file, state: 'waiting', share: 0, failure: null }));
      setSendings((all) => [...all, ...added]);
      for (const { key, file } of added) {
        queue.current = queue.current.then(async () => {
          change(key, { state: 'sending' });
          try {
            await sendFile(siteId, file, (share) => change(key, { share }));
            forget(key);
            await client.invalidateQueries({ queryKey: ['media', siteId] });
          } catch (failure) {
            change(key, { state: 'failed', failure });
          }
        });
      }
    },
    [siteId, client, change, forget],
  );

  return { sendings, add, forget };
}
