import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { type EditSaver, useEditSaver } from '../../../lib/field-saver';
import { type KeptSite, keptSite, type SiteEdit, saveSite } from './keep.queries';
import { editOf, isAbout, valueAt } from './kept-paths';

export interface Saver extends EditSaver<SiteEdit> {
  readonly site: KeptSite;
}

export const SaverContext = createContext<Saver | null>(null);

export function useKept(): Saver {
  const saver = use(SaverContext);
  if (saver === null) throw new Error('Controls of a kept place stand inside its editor.');
  return saver;
}

export function useSaver(site: KeptSite): Saver {
  const client = useQueryClient();
  const thing = useMemo(
    () => ({
      version: site.version,
      canEdit: site.actions.updateSite === null,
      valueAt: (path: string) => valueAt(site.fields, path),
      editOf,
      isAbout,
      send: async (version: number, edit: SiteEdit) => {
        const saved = await saveSite(site.id, version, edit);
        client.setQueryData(keptSite(site.id).queryKey, saved);
        void client.invalidateQueries({
          queryKey: ['kept-sites'],
          predicate: ({ queryKey }) => queryKey[1] !== site.id || queryKey.length > 2,
        });
        return saved.version;
      },
      reread: () => void client.invalidateQueries({ queryKey: keptSite(site.id).queryKey, exact: true }),
    }),
    [site, client],
  );
  const saver = useEditSaver<SiteEdit>(thing);
  return useMemo(() => ({ ...saver, site }), [saver, site]);
}
