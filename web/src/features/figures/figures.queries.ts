import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** The counts and the latest places of the home page. */
export function homeFigures() {
  return queryOptions({
    queryKey: ['figures', 'home'],
    queryFn: async ({ signal }) => unwrap(api.GET('/api/figures/home', { signal })),
  });
}
