import { asChoice, withoutBlanks } from '../../../lib/search-string';
import type { SiteState } from './keep.queries';

const STATES = [
  'potential',
  'draft',
  'submitted',
  'published',
  'paused',
  'under_interest',
  'under_call',
  'awarded',
  'occupied',
  'closed',
] as const satisfies readonly SiteState[];

export interface DeskSearch {
  readonly etat?: SiteState | undefined;
}

export function readDeskSearch(search: Record<string, unknown>): DeskSearch {
  return withoutBlanks({ etat: asChoice(search['etat'], STATES) });
}
