import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { currentLanguage } from '../../text/i18n';
import type { MatchSection } from './match-types';
import { toNeed } from './need/need-body';
import type { NeedSearch } from './need/need-search';

const PER_SECTION = 10;
const PER_PAGE = 20;

/** Places for a need, explained; nothing is stored. The sentences come in the language being read. */
export function matchesFor(need: NeedSearch) {
  return queryOptions({
    queryKey: ['matches', 'try', need, currentLanguage()],
    queryFn: ({ signal }) => unwrap(api.POST('/api/matches/try', { body: { need: toNeed(need), perSection: PER_SECTION }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** The following places of one section. */
export function moreMatches(need: NeedSearch, { shelf, eligibility }: Pick<MatchSection, 'shelf' | 'eligibility'>, cursor: string) {
  return queryOptions({
    queryKey: ['matches', 'more', need, shelf, eligibility, cursor, currentLanguage()],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/api/matches/try/more', { body: { need: toNeed(need), shelf, eligibility, cursor, limit: PER_PAGE }, signal })),
  });
}

/** Public projects that a place would suit, explained from the place's side. */
export function projectsForPlace(siteId: string) {
  return queryOptions({
    queryKey: ['sites', siteId, 'projects', currentLanguage()],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/projects', { params: { path: { id: siteId } }, signal })),
  });
}

export function matchingMethod() {
  return queryOptions({
    queryKey: ['matches', 'method'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/matches/method', { signal })),
    staleTime: Infinity,
  });
}
