import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type Followed = Schemas['Follow']['about'];
export type Frequency = Schemas['FollowFrequency'];
export type FollowList = Pick<Schemas['FollowList'], 'address' | 'items'>;
export type Follow = FollowList['items'][number];
export const FREQUENCIES = ['at_once', 'daily', 'weekly'] as const satisfies readonly Frequency[];

/** Something that can be followed, and how it is called in the dialog. */
export interface Followable {
  readonly about: Followed;
  readonly subject: string;
  readonly label: string;
}

export const MY_FOLLOWS = ['follows', 'mine'] as const;

export function readMyFollows(signal: AbortSignal): Promise<FollowList> {
  return unwrap(api.GET('/api/me/follows', { signal }));
}

/** What a signed-in person follows. */
export function myFollows() {
  return queryOptions({ queryKey: MY_FOLLOWS, queryFn: ({ signal }) => readMyFollows(signal), staleTime: 60_000 });
}

/** The same by the link of a message: what opens it is not kept in the address. */
export function readFollowsByLink(token: string, signal: AbortSignal): Promise<FollowList> {
  return unwrap(api.POST('/api/follows/list', { body: { token }, signal }));
}

/** One tap: once a day until another frequency is chosen. */
export function followNow({ about, subject }: Followable): Promise<FollowList> {
  return unwrap(api.POST('/api/me/follows', { body: { about, subject, frequency: 'daily' } }));
}

export function isFollowed({ items }: FollowList, thing: Followable): boolean {
  return items.some(({ about, subject }) => about === thing.about && subject === thing.subject);
}

/** Where to change and end what one follows: one's account, or the link of a message. */
export interface FollowDesk {
  readonly change: (id: string, frequency: Frequency) => Promise<FollowList>;
  readonly stop: (id: string) => Promise<FollowList>;
  readonly stopAll: () => Promise<unknown>;
}

export const myDesk: FollowDesk = {
  change: (id, frequency) => unwrap(api.PATCH('/api/me/follows/{id}', { params: { path: { id } }, body: { frequency } })),
  stop: (id) => unwrap(api.DELETE('/api/me/follows/{id}', { params: { path: { id } } })),
  stopAll: () => unwrap(api.DELETE('/api/me/follows')),
};

export function deskByLink(token: string): FollowDesk {
  return {
    change: (id, frequency) => unwrap(api.POST('/api/follows/change', { body: { token, id, frequency } })),
    stop: (id) => unwrap(api.POST('/api/follows/stop', { body: { token, id } })),
    stopAll: () => unwrap(api.POST('/api/follows/stop-all', { body: { token } })),
  };
}

/** The address of the feed of what is followed. */
export function feedOf({ about, subject }: Pick<Followable, 'about' | 'subject'>): string {
  return about === 'search' ? `/api/feeds/search?${subject}` : `/api/feeds/${about}/${subject}`;
}
