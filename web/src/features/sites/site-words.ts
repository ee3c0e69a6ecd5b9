import { fr } from '../../text/fr/catalogue';
import type { Feature, OwnerKind, Shelf, SiteKind, Tenure } from './site-types';

const wordsOf = <K extends string>(labels: Readonly<Record<K, string>>) => Object.keys(labels) as K[];

/** The closed lists, read from the labels: the type checker refuses a label without its word and a word without its label. */
export const SITE_KINDS: readonly SiteKind[] = wordsOf(fr.vocabulary.kind);
export const TENURES: readonly Tenure[] = wordsOf(fr.vocabulary.tenure);
export const FEATURES: readonly Feature[] = wordsOf(fr.vocabulary.feature);
export const OWNER_KINDS: readonly OwnerKind[] = wordsOf(fr.vocabulary.ownerKind);
export const SHELVES: readonly Shelf[] = wordsOf(fr.vocabulary.shelf);
export type Constraint = keyof typeof fr.vocabulary.constraint;
export const CONSTRAINTS: readonly Constraint[] = wordsOf(fr.vocabulary.constraint);
export const USES = wordsOf(fr.vocabulary.use);
export const ACTIVITIES = wordsOf(fr.vocabulary.activity);
export const CONDITIONS = wordsOf(fr.vocabulary.condition);
export const PROPERTY_STATUSES = wordsOf(fr.vocabulary.propertyStatus);
export const LOCATION_SHOWN = wordsOf(fr.vocabulary.locationShown);
