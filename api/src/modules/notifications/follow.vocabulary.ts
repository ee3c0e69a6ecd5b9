/** What can be followed. */
export const FOLLOWED = ['place', 'project', 'call', 'organisation', 'commune', 'search'] as const;
export type Followed = (typeof FOLLOWED)[number];
/** All but a search, which is its own address. */
export const FOLLOWED_THINGS = ['place', 'project', 'call', 'organisation', 'commune'] as const satisfies readonly Followed[];
export type FollowedThing = (typeof FOLLOWED_THINGS)[number];

export const FREQUENCIES = ['at_once', 'daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
