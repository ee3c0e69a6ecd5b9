import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { JournalSearch } from './journal-search';

export const QUEUES = ['claimed', 'verified', 'refused', 'suspended'] as const;
export type Queue = (typeof QUEUES)[number];

function readQueue(state: Queue, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/moderation/organisations', { params: { query: { state, ...(cursor ? { cursor } : {}) } }, signal }));
}
export type Waiting = Awaited<ReturnType<typeof readQueue>>['items'][number];

/** Organisations in a state, those that have waited longest first. */
export function organisationsIn(state: Queue) {
  return infiniteQueryOptions({
    queryKey: ['moderation', 'organisations', state],
    queryFn: ({ pageParam, signal }) => readQueue(state, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

async function findInQueue(id: string, state: Queue, signal: AbortSignal): Promise<Waiting | null> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof readQueue>> = await readQueue(state, cursor, signal);
    const found = page.items.find((item) => item.id === id);
    if (found) return found;
    cursor = page.next;
  }
  return null;
}

/** One organisation with what a moderator looks at: what it declares beside what the register said. */
export function organisationToReview(id: string, state: Queue | null) {
  return queryOptions({
    queryKey: ['moderation', 'organisations', state, id],
    queryFn: ({ signal }) => (state === null ? null : findInQueue(id, state, signal)),
    enabled: state !== null,
  });
}

function readEvidence(signal: AbortSignal) {
  return unwrap(api.GET('/api/moderation/evidence', { signal }));
}
export type EvidenceToCheck = Awaited<ReturnType<typeof readEvidence>>['items'][number];

export function evidenceToCheck() {
  return queryOptions({ queryKey: ['moderation', 'evidence'], queryFn: ({ signal }) => readEvidence(signal) });
}

function readSites(cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/moderation/sites', { params: { query: cursor ? { cursor } : {} }, signal }));
}
export type SiteToRead = Awaited<ReturnType<typeof readSites>>['items'][number];

export function sitesToRead() {
  return infiniteQueryOptions({
    queryKey: ['moderation', 'sites'],
    queryFn: ({ pageParam, signal }) => readSites(pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

function readJournal(search: JournalSearch, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/moderation/journal', { params: { query: { ...search, ...(cursor ? { cursor } : {}) } }, signal }));
}
export type JournalLine = Awaited<ReturnType<typeof readJournal>>['items'][number];

export function journalLines(search: JournalSearch) {
  return infiniteQueryOptions({
    queryKey: ['moderation', 'journal', search],
    queryFn: ({ pageParam, signal }) => readJournal(search, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
