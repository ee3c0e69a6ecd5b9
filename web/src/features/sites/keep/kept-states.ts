import type { Tone } from '../../../ui/badge';
import type { SiteState } from './keep.queries';

export const STATE_TONES: Readonly<Record<SiteState, Tone>> = {
  potential: 'neutral',
  draft: 'amber',
  submitted: 'violet',
  published: 'enamel',
  paused: 'neutral',
  under_interest: 'enamel',
  under_call: 'enamel',
  awarded: 'moss',
  occupied: 'moss',
  closed: 'neutral',
};

export const CLOSING_REASONS = ['let_elsewhere', 'sold', 'kept_by_owner', 'demolished', 'unsafe', 'duplicate', 'mistake', 'other'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
/** Those a person chooses, and the one that the undoing of an import gives. */
export const KNOWN_CLOSING_REASONS = [...CLOSING_REASONS, 'import_undone'] as const;
