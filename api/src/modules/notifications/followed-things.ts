import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language } from '../../platform/http/request-context.js';
import type { Followed, FollowedThing } from './follow.vocabulary.js';
import { findShownThings, territoryNames } from './followed-things.queries.js';
import { savedFilter } from './search-subject.js';
import { searchTitle } from './search-title.js';

export interface Subject {
  readonly about: Followed;
  readonly subject: string;
}
export interface SubjectWords {
  readonly title: string;
  /** Path of its page; null when it is not shown any more. */
  readonly page: string | null;
}

const GONE: Readonly<Record<Language, string>> = { fr: 'N’est plus public', en: 'No longer public' };

/** Names and pages of what is followed, as anyone may read them now. */
@Injectable()
export class FollowedThings {
  /** @returns words by `keyOf` */
  async describe(db: EntityManager, subjects: readonly Subject[], language: Language): Promise<Map<string, SubjectWords>> {
    const words = new Map<string, SubjectWords>();
    for (const about of new Set(subjects.map((subject) => subject.about))) {
      const asked = subjects.filter((subject) => subject.about === about).map(({ subject }) => subject);
      const known = about === 'search' ? await this.searches(db, asked, language) : await this.things(db, about, asked);
      for (const subject of asked) {
        words.set(keyOf({ about, subject }), known.get(subject) ?? { title: GONE[language], page: null });
      }
    }
    return words;
  }

  async isShown(db: EntityManager, { about, subject }: Subject): Promise<boolean> {
    if (about === 'search') return savedFilter(subject) !== null;
    return (await findShownThings(db, about, [subject])).length > 0;
  }

  private async things(db: EntityManager, about: FollowedThing, subjects: readonly string[]): Promise<Map<string, SubjectWords>> {
    const found = await findShownThings(db, about, subjects);
    return new Map(found.map(({ subject, name, of }) => [subject, { title: titleOf(name, of), page: pageOf(about, subject) }]));
  }

  private async searches(db: EntityManager, subjects: readonly string[], language: Language): Promise<Map<string, SubjectWords>> {
    const filters = subjects.map((subject) => ({ subject, filter: savedFilter(subject) }));
    const names = await territoryNames(
      db,
      filters.flatMap(({ filter }) => filter?.territory ?? []),
    );
    return new Map(
      filters.flatMap(({ subject, filter }): [string, SubjectWords][] =>
        filter === null ? [] : [[subject, { title: searchTitle(filter, names, language), page: pageOf('search', subject) }]],
      ),
    );
  }
}

export function keyOf({ about, subject }: Subject): string {
  return `${about} ${subject}`;
}

export function titleOf(name: string, of: string | null): string {
  return of === null ? name : `${name} (${of})`;
}

/** Where it is read: a commune and a search are pages of the search. */
export function pageOf(about: Followed, subject: string): string {
  switch (about) {
    case 'place':
      return `/lieux/${subject}`;
    case 'project':
      return `/projets/${subject}`;
    case 'call':
      return `/appels/${subject}`;
    case 'organisation':
      return `/organisations/${subject}`;
    case 'commune':
      return `/lieux?territory=${subject}`;
    case 'search':
      return subject === '' ? '/lieux' : `/lieux?${subject}`;
  }
}
