import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type CallSummary = Schemas['CallSummary'];
export type CallState = CallSummary['state'];
export type CallContent = Schemas['CallContent'];
export type Question = Schemas['Question'];
export type QuestionKind = Question['kind'];
export type FormSection = Schemas['FormSection'];
export type Condition = Schemas['FormCondition'];
export type CallEdit = Omit<Schemas['UpdateCall'], 'version'>;

function readCall(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/calls/{id}', { params: { path: { id } }, signal }));
}
export type Call = Awaited<ReturnType<typeof readCall>>;

export function callById(id: string) {
  return queryOptions({ queryKey: ['calls', id], queryFn: ({ signal }) => readCall(id, signal) });
}

export const CALL_SHELVES = ['coming', 'over'] as const;
export type CallShelf = (typeof CALL_SHELVES)[number];
const STATES: Readonly<Record<CallShelf, string>> = {
  coming: 'published,open',
  over: 'shortlisting,second_step,closed,under_review,award_proposed,decided,results_published,unsuccessful,cancelled',
};

export function publicCalls(shelf: CallShelf, q: string) {
  return infiniteQueryOptions({
    queryKey: ['calls', 'public', shelf, q],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/calls', {
          params: { query: { state: STATES[shelf], ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The calls that a place is a lot of, those one can answer first. */
export function callsAbout(siteId: string) {
  return queryOptions({
    queryKey: ['calls', 'about', siteId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/calls', { params: { query: { siteId, state: `${STATES.coming},shortlisting,second_step`, limit: 1 } }, signal }),
      ),
  });
}

export function callsOf(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ['calls', 'of', organisationId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/calls', {
          params: { path: { id: organisationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function saveCall(id: string, version: number, edit: CallEdit) {
  return unwrap(api.PATCH('/api/calls/{id}', { params: { path: { id } }, body: { ...edit, version } }));
}

/** The owner's places that may become lots. */
export function placesToOffer(organisationId: string) {
  return queryOptions({
    queryKey: ['calls', 'places', organisationId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/sites', {
          params: { path: { id: organisationId }, query: { state: 'published', limit: 100 } },
          signal,
        }),
      ),
  });
}
