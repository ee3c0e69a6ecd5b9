import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { ProblemError, readProblem } from '../../api/problem';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type LegalAnswers = Schemas['LegalAnswers'];
export type LegalProcedure = Schemas['LegalProcedure'];
export type LegalOutcome = Schemas['LegalOutcome'];
export type LegalRule = Schemas['LegalRule'];
export type LegalNotice = Schemas['LegalNotice'];
export type LegalProof = Schemas['LegalProof'];
export type LegalStep = Schemas['LegalStep'];
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

/** The document that proves an answer or a step; its checks follow in the background. */
export async function sendProof(procedureId: string, step: LegalStep['step'], file: File): Promise<LegalProcedure> {
  const body = new FormData();
  body.append('file', file);
  const headers = { 'accept-language': currentLanguage() };
  const response = await fetch(`/api/legal/procedures/${procedureId}/steps/${step}/proofs`, { method: 'POST', body, headers });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as LegalProcedure;
  throw new ProblemError(readProblem(response.status, answer, response.headers.get('x-request-id')));
}
