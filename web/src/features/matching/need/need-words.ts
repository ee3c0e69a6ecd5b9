import { fr } from '../../../text/fr/catalogue';

const wordsOf = <K extends string>(labels: Readonly<Record<K, string>>) => Object.keys(labels) as K[];

/** The closed lists a need is stated with, read from their labels. */
export type Activity = keyof typeof fr.vocabulary.activity;
export type SiteKind = keyof typeof fr.vocabulary.kind;
export type Tenure = keyof typeof fr.vocabulary.tenure;
export type Feature = keyof typeof fr.vocabulary.feature;
export type Use = keyof typeof fr.vocabulary.use;
export type Constraint = keyof typeof fr.vocabulary.constraint;

export const ACTIVITIES = wordsOf<Activity>(fr.vocabulary.activity);
export const SITE_KINDS = wordsOf<SiteKind>(fr.vocabulary.kind);
export const TENURES = wordsOf<Tenure>(fr.vocabulary.tenure);
export const FEATURES = wordsOf<Feature>(fr.vocabulary.feature);
export const USES = wordsOf<Use>(fr.vocabulary.use);
export const CONSTRAINTS = wordsOf<Constraint>(fr.vocabulary.constraint);
