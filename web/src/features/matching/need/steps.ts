/** One subject per step. The slug stands in the address, the minutes are a generous guess. */
export const STEPS = [
  { id: 'activity', slug: 'activite', minutes: 1 },
  { id: 'space', slug: 'espace', minutes: 1 },
  { id: 'where', slug: 'secteur', minutes: 2 },
  { id: 'terms', slug: 'conditions', minutes: 1 },
  { id: 'dates', slug: 'calendrier', minutes: 0.5 },
  { id: 'equipment', slug: 'equipements', minutes: 1 },
  { id: 'limits', slug: 'limites', minutes: 1 },
  { id: 'access', slug: 'acces', minutes: 0.5 },
  { id: 'priorities', slug: 'priorites', minutes: 1 },
  { id: 'review', slug: 'verification', minutes: 0.5 },
] as const;
export type StepId = (typeof STEPS)[number]['id'];

export function stepAt(slug: string): number {
  return STEPS.findIndex((step) => step.slug === slug);
}

/** Whole minutes that remain, this step included. */
export function minutesLeft(index: number): number {
  return Math.max(1, Math.ceil(STEPS.slice(index).reduce((sum, step) => sum + step.minutes, 0)));
}
