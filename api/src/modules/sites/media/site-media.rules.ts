import { type ActionOf, next, type Transition } from '../../../platform/state-machine.js';

export const SITE_MEDIA_KINDS = ['photo', 'document'] as const;
export type SiteMediaKind = (typeof SITE_MEDIA_KINDS)[number];
export const SITE_MEDIA_STATES = ['received', 'checked', 'available', 'refused', 'removed'] as const;
export type SiteMediaState = (typeof SITE_MEDIA_STATES)[number];
export const VISIBILITIES = ['public', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
/** Why a file is not kept, as found by the checks in the background. */
export const SITE_MEDIA_REFUSALS = ['virus', 'unreadable', 'encrypted', 'active_content'] as const;
export type SiteMediaRefusal = (typeof SITE_MEDIA_REFUSALS)[number];

type Deciding = 'editor' | 'moderator' | 'service';

/** The life of a photo or a document: nothing is served before `available`; what is removed can come back until it is purged. */
export const SITE_MEDIA_TRANSITIONS = [
  { action: 'check', from: ['received'], to: 'checked', by: ['service'] },
  { action: 'release', from: ['checked'], to: 'available', by: ['service'] },
  { action: 'refuse', from: ['received', 'checked'], to: 'refused', by: ['service'], reason: 'needed' },
  { action: 'remove', from: ['received', 'checked', 'available', 'refused'], to: 'removed', by: ['editor', 'moderator'] },
  { action: 'restore', from: ['removed'], to: 'available', by: ['editor'] },
] as const satisfies readonly Transition<SiteMediaState, string, Deciding>[];
export type SiteMediaAction = ActionOf<typeof SITE_MEDIA_TRANSITIONS>;

export const SITE_MEDIA_INITIAL_STATES = ['received'] as const satisfies readonly SiteMediaState[];

export function nextSiteMediaState(state: SiteMediaState, action: SiteMediaAction): SiteMediaState | null {
  return next(SITE_MEDIA_TRANSITIONS, state, action);
}

export const MAX_FILE_BYTES = 25_000_000;
export const MAX_MEDIA_PER_SITE = 60;
/** Photos of passers-by that nobody has looked at yet, at one place. */
export const MAX_PASSERBY_PHOTOS_WAITING = 6;

/** A plan may show the inside of an empty building: nobody sees it before somebody has said so. */
export function firstVisibility(kind: SiteMediaKind, asked: Visibility | undefined): Visibility {
  return asked ?? (kind === 'photo' ? 'public' : 'private');
}

export interface Shown {
  readonly kind: SiteMediaKind;
  readonly state: SiteMediaState;
  readonly visibility: Visibility;
}

/** Strangers see what is checked and public, of places that they may know of. */
export function isMediaSeenByAll({ state, visibility }: Shown, siteSeenByAll: boolean): boolean {
  return siteSeenByAll && state === 'available' && visibility === 'public';
}

interface Described {
  readonly kind: SiteMediaKind;
  readonly alt: string | null;
  readonly decorative: boolean;
}

/** A photo says what it shows to those who do not see it, or says that it shows nothing worth saying. */
export function isDescribed({ kind, alt, decorative }: Described): boolean {
  return kind === 'document' || decorative || alt !== null;
}

/** The first public photo stands for the place, on its page, on cards and in shared links. */
export function coverOf(inOrder: readonly (Shown & { readonly id: string })[]): string | null {
  return inOrder.find((media) => media.kind === 'photo' && isMediaSeenByAll(media, true))?.id ?? null;
}

/** A new order names all there is, once each; else somebody added or removed one meanwhile. */
export function isSameSet(ids: readonly string[], asked: readonly string[]): boolean {
  return ids.length === asked.length && new Set(asked).size === asked.length && asked.every((id) => ids.includes(id));
}
