import { asChoice, withoutBlanks } from '../../lib/search-string';
import { type Queue, QUEUES } from './moderation.queries';

export interface QueueSearch {
  readonly state?: Queue | undefined;
}

export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  return withoutBlanks({ state: asChoice(search['state'], QUEUES) });
}
