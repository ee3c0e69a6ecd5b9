import { isTooVague, type LifeFacts } from '../life/site-life.rules.js';
import type { SiteState } from '../site.vocabulary.js';

/** What a place waits for from its owner, the most pressing first. */
export const DESK_TASKS = ['correct', 'describe', 'show', 'offer', 'contact', 'resume'] as const;
export type DeskTask = (typeof DESK_TASKS)[number];

export interface DeskFacts extends LifeFacts {
  readonly stateReason: string | null;
  readonly shelf: string | null;
  readonly fields: LifeFacts['fields'] & { readonly contactPublic: string | null; readonly contactEmail: string | null };
}

const LONG_PAUSE_DAYS = 60;
const ON_OFFER: readonly SiteState[] = ['published', 'under_interest', 'under_call'];

/** @param days since the place is in its present state */
export function deskTasks({ state, stateReason, shelf, fields }: DeskFacts, days: number): DeskTask[] {
  const isDraft = state === 'draft';
  const isVague = isTooVague(fields);
  const waits: Readonly<Record<DeskTask, boolean>> = {
    correct: isDraft && stateReason !== null,
    describe: isDraft && isVague,
    show: isDraft && !isVague,
    offer: ON_OFFER.includes(state) && shelf !== 'offered' && shelf !== 'living',
    contact: ON_OFFER.includes(state) && fields.contactPublic === null && fields.contactEmail === null,
    resume: state === 'paused' && days >= LONG_PAUSE_DAYS,
  };
  return DESK_TASKS.filter((task) => waits[task]);
}
