import { SITE_KINDS, type SiteKind } from '../../sites/site.vocabulary.js';
import { FRICHES_RULES } from '../friches/friches.lead.js';
import type { SourcedValues } from '../sourced-sites/sourced-site.types.js';

/** The kind a row states; else that of the list it comes from; a place of no stated kind is “other”, which its page asks to correct. */
export function kindOfPlace(values: SourcedValues): SiteKind {
  const stated = SITE_KINDS.find((kind) => kind === values['facts.kind']);
  if (stated !== undefined) return stated;
  if (values['facts.status'] !== undefined || values['facts.site_type'] !== undefined)
    return FRICHES_RULES.kindOf?.(values) ?? FRICHES_RULES.kind;
  return values['facts.uic'] === undefined ? 'other' : 'disused_station';
}
