import type { NeedSearch } from './need-search';
import type { StepId } from './steps';

/** What a need can ask, subject by subject; `use` and `free_of` stand for one criterion per word chosen. */
export const CONDITIONS = [
  { id: 'zone', step: 'where', asked: (need: NeedSearch) => Boolean(need.in ?? need.near ?? need.drawn) },
  { id: 'kind', step: 'space', asked: (need: NeedSearch) => need.kinds !== undefined },
  { id: 'floor_area', step: 'space', asked: (need: NeedSearch) => (need.floorMin ?? need.floorMax) !== undefined },
  { id: 'land_area', step: 'space', asked: (need: NeedSearch) => (need.landMin ?? need.landMax) !== undefined },
  { id: 'tenure', step: 'terms', asked: (need: NeedSearch) => need.tenures !== undefined },
  { id: 'cost', step: 'terms', asked: (need: NeedSearch) => need.budget !== undefined },
  { id: 'price', step: 'terms', asked: (need: NeedSearch) => need.price !== undefined },
  { id: 'available_by', step: 'dates', asked: (need: NeedSearch) => need.by !== undefined },
  { id: 'long_enough', step: 'dates', asked: (need: NeedSearch) => need.months !== undefined },
  { id: 'features', step: 'equipment', asked: (need: NeedSearch) => need.must !== undefined },
  { id: 'wishes', step: 'equipment', asked: (need: NeedSearch) => need.wish !== undefined },
  { id: 'use', step: 'equipment', asked: (need: NeedSearch) => need.uses !== undefined },
  { id: 'free_of', step: 'limits', asked: (need: NeedSearch) => need.without !== undefined },
  { id: 'works', step: 'limits', asked: (need: NeedSearch) => need.works !== undefined },
  { id: 'walk_to_stop', step: 'access', asked: (need: NeedSearch) => need.walk !== undefined },
  { id: 'distance', step: 'access', asked: (need: NeedSearch) => Boolean(need.prefer ?? need.near) },
] as const satisfies readonly { readonly id: string; readonly step: StepId; readonly asked: (need: NeedSearch) => boolean }[];
export type ConditionId = (typeof CONDITIONS)[number]['id'];

export function askedConditions(need: NeedSearch): ConditionId[] {
  return CONDITIONS.filter((condition) => condition.asked(need)).map((condition) => condition.id);
}

export type Strength = 'required' | 'preferred';

/** Subjects whose strength people choose; equipment says its own, a distance is only ever a preference. */
const WEAKENABLE: ReadonlySet<ConditionId> = new Set(
  CONDITIONS.map(({ id }) => id).filter((id) => !['features', 'wishes', 'distance'].includes(id)),
);
export const canWeaken = (id: ConditionId): boolean => WEAKENABLE.has(id);

export function strengthOf(need: NeedSearch, id: string): Strength {
  return need.soft?.includes(id) ? 'preferred' : 'required';
}

export function withStrength(need: NeedSearch, id: string, strength: Strength): NeedSearch {
  const others = (need.soft ?? []).filter((soft) => soft !== id);
  return { ...need, soft: strength === 'preferred' ? [...others, id] : others };
}

/** Criteria graded beyond yes or no, among what is asked: the ones worth calling “what matters most”. */
const GRADED: ReadonlySet<string> = new Set([
  'floor_area',
  'land_area',
  'cost',
  'price',
  'available_by',
  'long_enough',
  'walk_to_stop',
  'distance',
]);

export function mayMatterMost(need: NeedSearch): string[] {
  const asked = askedConditions(need);
  const graded = asked.filter(
    (id) => GRADED.has(id) || (canWeaken(id) && strengthOf(need, id) === 'preferred' && !['use', 'free_of'].includes(id)),
  );
  return [...graded, ...(need.wish ?? []).map((feature) => `feature_${feature}`)];
}
