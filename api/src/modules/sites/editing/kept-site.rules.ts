import type { SiteState } from '../site.vocabulary.js';

/** Reasons of this module; each is a code of the problem table. */
export const KEPT_SITE_REFUSALS = ['site-state-forbids', 'site-to-claim-first'] as const;
export type KeptSiteRefusal = (typeof KEPT_SITE_REFUSALS)[number];

/** A closed place stays as it was closed; one of open data is nobody's to write until its owner takes it up. */
export function whyNotEditSite(state: SiteState): KeptSiteRefusal | null {
  if (state === 'closed') return 'site-state-forbids';
  return state === 'potential' ? 'site-to-claim-first' : null;
}

interface Part {
  readonly id: string;
}
export interface Coherent {
  readonly premises: readonly (Part & {
    readonly name: string;
    readonly floorAreaM2: number | null;
    readonly divisibleFromM2: number | null;
  })[];
  readonly offers: readonly (Part & {
    readonly premisesId: string | null;
    readonly availableFrom: string | null;
    readonly availableUntil: string | null;
    readonly minTermMonths: number | null;
    readonly maxTermMonths: number | null;
  })[];
}

export const INCOHERENCES = ['divisible-beyond-whole', 'ends-before-it-begins', 'longest-under-shortest', 'no-such-premises'] as const;
export type Incoherence = (typeof INCOHERENCES)[number];

/** Values that are right one by one and wrong together, each at the field to correct. */
export function incoherences({ premises, offers }: Coherent): { readonly pointer: string; readonly what: Incoherence }[] {
  const isBelow = (low: number | null, high: number | null): boolean => low === null || high === null || low <= high;
  const isAfter = (from: string | null, until: string | null): boolean => from === null || until === null || from <= until;
  return [
    ...premises
      .filter((part) => !isBelow(part.divisibleFromM2, part.floorAreaM2))
      .map(({ id }) => ({ pointer: `/premises/${id}/divisibleFromM2`, what: 'divisible-beyond-whole' as const })),
    ...offers
      .filter((offer) => !isAfter(offer.availableFrom, offer.availableUntil))
      .map(({ id }) => ({ pointer: `/offers/${id}/availableUntil`, what: 'ends-before-it-begins' as const })),
    ...offers
      .filter((offer) => !isBelow(offer.minTermMonths, offer.maxTermMonths))
      .map(({ id }) => ({ pointer: `/offers/${id}/maxTermMonths`, what: 'longest-under-shortest' as const })),
    ...offers
      .filter(({ premisesId }) => premisesId !== null && !premises.some(({ id }) => id === premisesId))
      .map(({ id }) => ({ pointer: `/offers/${id}/premisesId`, what: 'no-such-premises' as const })),
  ];
}
