import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type LegalAnswers = Schemas['LegalAnswers'];
export type LegalProcedure = Schemas['LegalProcedure'];
export type LegalOutcome = Schemas['LegalOutcome'];
export type LegalRule = Schemas['LegalRule'];
export type LegalNotice = Schemas['LegalNotice'];
export type Origin = Schemas['LegalTry']['origin'];

export function legalRules() {
  return queryOptions({ queryKey: ['law', 'rules'], queryFn: ({ signal }) => unwrap(api.GET('/api/legal/rules', { signal })) });
}

/** Where these answers lead, told while they are given. */
export function triedPath(answers: LegalAnswers, origin: Origin) {
  const { proof: _proof, ...asked } = answers;
  return queryOptions({
    queryKey: ['law', 'tried', origin, asked],
    queryFn: ({ signal }) => unwrap(api.POST('/api/legal/path', { body: { ...asked, origin }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function lawOfCall(id: string) {
  return queryOptions({
    queryKey: ['law', 'call', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/calls/{id}/legal', { params: { path: { id } }, signal })),
  });
}

export function lawOfInterest(id: string) {
  return queryOptions({
    queryKey: ['law', 'interest', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/interests/{id}/legal', { params: { path: { id } }, signal })),
  });
}

export function publicNotices() {
  return infiniteQueryOptions({
    queryKey: ['law', 'notices'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/notices', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function noticesAbout(siteId: string) {
  return queryOptions({
    queryKey: ['law', 'notices', 'about', siteId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/notices', { params: { query: { siteId, limit: 5 } }, signal })),
  });
}

export function noticeById(id: string) {
  return queryOptions({
    queryKey: ['law', 'notice', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/notices/{id}', { params: { path: { id } }, signal })),
  });
}
