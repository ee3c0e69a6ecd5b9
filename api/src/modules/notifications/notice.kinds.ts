import type { Language } from '../../platform/http/request-context.js';
import { parisWords } from '../../platform/paris-time.js';
import type { Followed, FollowedThing, Frequency } from './follow.vocabulary.js';

/** What the sentence of a notice is made of, as it was public when the thing happened. */
export interface NoticeFacts {
  readonly name: string;
  /** The commune of a place, the organisation of a project. */
  readonly of: string | null;
  readonly changes: readonly string[];
  /** When a call closes, as it was said then. */
  readonly closesAt?: string;
  /** Of a call in two steps, the one that was extended. */
  readonly step?: 'first' | 'second';
}

type Sentence = (facts: NoticeFacts) => string;

export type NoticeAbout = 'place' | 'project' | 'call';

interface NoticeKind extends Readonly<Record<Language, Sentence>> {
  readonly about: NoticeAbout;
  /** Whose followers hear of it, besides those of the thing itself. */
  readonly alsoFollowersOf: readonly FollowedThing[];
  /** Told only while this is still so: of what is not shown any more nothing else is said. */
  readonly toldWhile: 'shown' | 'gone';
  /** Followers at another frequency hear of it with the digest of the day. */
  readonly frequencies: readonly Frequency[];
  /** A saved search looks at the place again. */
  readonly concernsSearches: boolean;
}

const ALWAYS: readonly Frequency[] = ['at_once', 'daily', 'weekly'];
const place = { about: 'place', alsoFollowersOf: [], toldWhile: 'shown', frequencies: ALWAYS, concernsSearches: false } as const;
const newPlace = { ...place, alsoFollowersOf: ['organisation', 'commune'], concernsSearches: true } as const;
const call = { about: 'call', alsoFollowersOf: [], toldWhile: 'shown', frequencies: ALWAYS, concernsSearches: false } as const;
const project = { about: 'project', alsoFollowersOf: [], toldWhile: 'shown', frequencies: ALWAYS, concernsSearches: false } as const;

const EXTENDED = {
  fr: {
    only: 'Le délai de cet appel est prolongé.',
    first: 'Le délai de la première étape de cet appel est prolongé.',
    second: 'Le délai de la seconde étape de cet appel est prolongé.',
  },
  en: {
    only: 'This call is extended.',
    first: 'The first step of this call is extended.',
    second: 'The second step of this call is extended.',
  },
} as const;

/** Everything followers are told of: one line a kind. A module that announces something new adds its line here. */
export const NOTICE_KINDS = {
  place_offered: { ...newPlace, fr: () => 'Ce lieu est proposé.', en: () => 'This place is on offer.' },
  place_offered_again: { ...newPlace, fr: () => 'Ce lieu est de nouveau proposé.', en: () => 'This place is on offer again.' },
  place_changed: {
    ...place,
    concernsSearches: true,
    fr: ({ changes }) => `A changé : ${listed(changes, 'fr')}.`,
    en: ({ changes }) => `Changed: ${listed(changes, 'en')}.`,
  },
  place_paused: {
    ...place,
    toldWhile: 'gone',
    fr: () => 'Son propriétaire a suspendu l’offre : ce lieu n’est plus proposé pour l’instant.',
    en: () => 'Its owner has paused the offer: this place is not on offer for now.',
  },
  place_withdrawn: {
    ...place,
    toldWhile: 'gone',
    fr: () => 'Ce lieu n’est plus proposé.',
    en: () => 'This place is no longer on offer.',
  },
  place_closed: {
    ...place,
    toldWhile: 'gone',
    fr: () => 'L’offre est close : ce lieu n’est plus proposé.',
    en: () => 'The offer has ended: this place is no longer on offer.',
  },
  place_awarded: {
    ...place,
    fr: () => 'Un projet a été choisi pour ce lieu.',
    en: () => 'A project has been chosen for this place.',
  },
  place_occupied: { ...place, fr: () => 'Un projet s’est installé dans ce lieu.', en: () => 'A project has moved into this place.' },
  place_merged: {
    ...place,
    fr: ({ changes: [name] }) => `La fiche « ${name ?? ''} » était celle du même lieu : les deux n’en font plus qu’une.`,
    en: ({ changes: [name] }) => `The sheet “${name ?? ''}” was of the same place: the two are now one.`,
  },
  project_shown: {
    ...project,
    alsoFollowersOf: ['organisation'],
    fr: () => 'Ce projet est public.',
    en: () => 'This project is public.',
  },
  project_place_found: { ...project, fr: () => 'Ce projet a trouvé un lieu.', en: () => 'This project has found a place.' },
  project_looking_again: {
    ...project,
    fr: () => 'Ce projet cherche de nouveau un lieu.',
    en: () => 'This project is looking for a place again.',
  },
  project_changed: {
    ...project,
    frequencies: ['daily', 'weekly'],
    fr: ({ changes }) => `A changé : ${listed(changes, 'fr')}.`,
    en: ({ changes }) => `Changed: ${listed(changes, 'en')}.`,
  },
  call_published: {
    ...call,
    alsoFollowersOf: ['place', 'organisation'],
    fr: ({ closesAt }) => `Un appel est publié.${closing(closesAt, 'fr')}`,
    en: ({ closesAt }) => `A call is published.${closing(closesAt, 'en')}`,
  },
  call_extended: {
    ...call,
    fr: ({ closesAt, step }) => `${EXTENDED.fr[step ?? 'only']}${closing(closesAt, 'fr')}`,
    en: ({ closesAt, step }) => `${EXTENDED.en[step ?? 'only']}${closing(closesAt, 'en')}`,
  },
  call_answered: {
    ...call,
    fr: () => 'Une réponse à une question sur cet appel est publiée.',
    en: () => 'An answer to a question about this call is published.',
  },
  call_cancelled: {
    ...call,
    fr: () => 'Cet appel est annulé ; sa page dit pourquoi.',
    en: () => 'This call is cancelled; its page says why.',
  },
  call_unsuccessful: {
    ...call,
    fr: () => 'Cet appel est sans suite ; sa page dit pourquoi.',
    en: () => 'This call has ended without a choice; its page says why.',
  },
  call_shortlist: {
    ...call,
    fr: () => 'La présélection est annoncée : la seconde étape de cet appel commence.',
    en: () => 'The shortlist is announced: the second step of this call begins.',
  },
  call_results: {
    ...call,
    fr: () => 'Les résultats de cet appel sont publiés : qui est retenu, et pourquoi.',
    en: () => 'The results of this call are published: who is selected, and why.',
  },
  project_closed: { ...project, toldWhile: 'gone', fr: () => 'Ce projet est clos.', en: () => 'This project has ended.' },
} as const satisfies Record<string, NoticeKind>;

export type NoticeKindName = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS) as [NoticeKindName, ...NoticeKindName[]];

/** Kinds that make saved searches look again. */
export const KINDS_FOR_SEARCHES = NOTICE_KIND_NAMES.filter((kind) => NOTICE_KINDS[kind].concernsSearches);

export function noticeKind(kind: NoticeKindName): NoticeKind {
  return NOTICE_KINDS[kind];
}

/** Whose followers a notice of this kind concerns, given the things it touches. */
export function topicsOf(kind: NoticeKindName, touched: Readonly<Partial<Record<Followed, string | null>>>): [FollowedThing, string][] {
  const { about, alsoFollowersOf } = noticeKind(kind);
  return [about, ...alsoFollowersOf].flatMap((followed): [FollowedThing, string][] => {
    const subject = touched[followed];
    return subject == null ? [] : [[followed, subject]];
  });
}

const CHANGE_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  tenure: { fr: 'les conditions d’occupation proposées', en: 'the kinds of tenure on offer' },
  cost: { fr: 'le loyer ou le prix', en: 'the rent or the price' },
  availability: { fr: 'la date de disponibilité', en: 'the date it is available from' },
  area: { fr: 'les surfaces', en: 'the floor areas' },
  land: { fr: 'la surface du terrain', en: 'the land area' },
  name: { fr: 'le nom', en: 'the name' },
  stage: { fr: 'l’avancement', en: 'the stage' },
  activity: { fr: 'l’activité', en: 'the activity' },
  summary: { fr: 'la présentation', en: 'the presentation' },
};

const CLOSING: Readonly<Record<Language, (when: string) => string>> = {
  fr: (when) => ` Clôture : ${when}.`,
  en: (when) => ` It closes on ${when}.`,
};

function closing(closesAt: string | undefined, language: Language): string {
  return closesAt === undefined ? '' : CLOSING[language](parisWords(new Date(closesAt), language));
}

function listed(changes: readonly string[], language: Language): string {
  const words = changes.map((change) => CHANGE_WORDS[change]?.[language] ?? change);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
}
