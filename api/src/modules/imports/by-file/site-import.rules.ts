import { allowedActions, next, type Transition } from '../../../platform/state-machine.js';

/** A file that an organisation sent, from its reading to its drafts. */
export const SITE_IMPORT_STATES = ['reading', 'to_check', 'committing', 'done', 'undoing', 'undone', 'failed', 'dropped'] as const;
export type SiteImportState = (typeof SITE_IMPORT_STATES)[number];
export const SITE_IMPORT_INITIAL_STATES = ['reading'] as const satisfies readonly SiteImportState[];

export const SITE_IMPORT_TRANSITIONS = [
  { action: 'understand', from: ['reading'], to: 'to_check', by: ['service'] },
  { action: 'refuse', from: ['reading'], to: 'failed', by: ['service'], reason: 'needed' },
  { action: 'change', from: ['to_check'], to: 'reading', by: ['owner_editor'] },
  { action: 'fix', from: ['to_check'], to: 'to_check', by: ['owner_editor'] },
  { action: 'commit', from: ['to_check'], to: 'committing', by: ['owner_editor'] },
  { action: 'finish', from: ['committing'], to: 'done', by: ['service'] },
  { action: 'undo', from: ['done'], to: 'undoing', by: ['owner_editor'] },
  { action: 'finishUndo', from: ['undoing'], to: 'undone', by: ['service'] },
  { action: 'drop', from: ['reading', 'to_check'], to: 'dropped', by: ['owner_editor'] },
] as const satisfies readonly Transition<SiteImportState, string, 'owner_editor' | 'service'>[];
export type SiteImportAction = (typeof SITE_IMPORT_TRANSITIONS)[number]['action'];

export function nextImportState(state: SiteImportState, action: SiteImportAction): SiteImportState | null {
  return next(SITE_IMPORT_TRANSITIONS, state, action);
}
export function importActions(state: SiteImportState): readonly SiteImportAction[] {
  return allowedActions(SITE_IMPORT_TRANSITIONS, state, ['owner_editor']);
}

/** Files being checked or written at once, for one organisation. */
export const MAX_OPEN_IMPORTS = 10;
