import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type SaveAward = Schemas['SaveAward'];
export type DeedKind = SaveAward['deedKind'];
export type AwardLine = SaveAward['lines'][number];

function readAward(callId: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/calls/{id}/award', { params: { path: { id: callId } }, ...(signal ? { signal } : {}) }));
}
export type Award = Awaited<ReturnType<typeof readAward>>;

export function awardOf(callId: string) {
  return queryOptions({ queryKey: ['award', callId], queryFn: ({ signal }) => readAward(callId, signal) });
}

function readResults(callId: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/calls/{id}/results', { params: { path: { id: callId } }, ...(signal ? { signal } : {}) }));
}
export type Results = Awaited<ReturnType<typeof readResults>>;

export function resultsOf(callId: string) {
  return queryOptions({ queryKey: ['results', callId], queryFn: ({ signal }) => readResults(callId, signal) });
}

function readDecision(applicationId: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/applications/{id}/decision', { params: { path: { id: applicationId } }, ...(signal ? { signal } : {}) }));
}
export type ApplicationDecision = Awaited<ReturnType<typeof readDecision>>;

export function decisionOf(applicationId: string) {
  return queryOptions({ queryKey: ['decision', applicationId], queryFn: ({ signal }) => readDecision(applicationId, signal) });
}
