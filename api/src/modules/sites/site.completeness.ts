import { isDescribed } from './media/site-media.rules.js';
import type { SiteView } from './site-view.schemas.js';

type Known = Pick<
  SiteView,
  'facts' | 'features' | 'constraints' | 'uses' | 'premises' | 'offers' | 'point' | 'owner' | 'description' | 'photos'
>;

interface Question {
  readonly field: string;
  /** How much the answer helps somebody decide: the three facts of the first shelf weigh most. */
  readonly weight: number;
  isKnown(site: Known): boolean;
}

const LAND_KINDS: readonly string[] = ['plot', 'farmland', 'railway_land'];

/** What a place is asked for, and what each answer weighs. Order settles ties. */
const QUESTIONS: readonly Question[] = [
  { field: 'floorAreaM2', weight: 12, isKnown: ({ premises }) => premises.some(({ floorAreaM2 }) => floorAreaM2 !== null) },
  { field: 'tenure', weight: 12, isKnown: ({ offers }) => offers.some(({ tenure }) => tenure !== null) },
  { field: 'availableFrom', weight: 12, isKnown: ({ offers }) => offers.some(({ availableFrom }) => availableFrom !== null) },
  {
    field: 'cost',
    weight: 10,
    isKnown: ({ offers }) => offers.some((offer) => offer.costCentsPerYear !== null || offer.priceCents !== null),
  },
  {
    field: 'condition',
    weight: 6,
    isKnown: ({ facts, premises }) => facts.condition.value !== null || premises.some((part) => part.condition !== null),
  },
  { field: 'owner', weight: 6, isKnown: ({ owner }) => owner.kind !== null },
  { field: 'point', weight: 5, isKnown: ({ point }) => point !== null },
  { field: 'propertyStatus', weight: 5, isKnown: ({ facts }) => facts.propertyStatus.value !== null },
  ...(['electricity', 'water', 'heating', 'toilets', 'step_free', 'van_access'] as const).map((feature) => ({
    field: `features.${feature}`,
    weight: 4,
    isKnown: ({ features, premises }: Known) => features[feature] !== null || premises.some((part) => part.features[feature] !== null),
  })),
  ...(['soil_pollution', 'asbestos', 'flood_zone'] as const).map((constraint) => ({
    field: `constraints.${constraint}`,
    weight: 4,
    isKnown: ({ constraints }: Known) => constraints[constraint] !== null,
  })),
  // A photo that those who do not see it cannot read is half an answer: it counts once it says what it shows.
  { field: 'photos', weight: 5, isKnown: ({ photos }) => photos.some((photo) => isDescribed({ kind: 'photo', ...photo })) },
  { field: 'uses', weight: 4, isKnown: ({ uses }) => Object.values(uses).some((use) => use !== null) },
  { field: 'landAreaM2', weight: 3, isKnown: ({ facts }) => facts.landAreaM2.value !== null },
  { field: 'planningZone', weight: 3, isKnown: ({ facts }) => facts.planningZone.value !== null },
  { field: 'contact', weight: 3, isKnown: ({ owner }) => owner.contact !== null },
  { field: 'description', weight: 2, isKnown: ({ description }) => description !== null },
];

/** How much is known of a place, and which answer would help most next. Bare land is not asked for its floor. */
export function completenessOf(site: Known & Pick<SiteView, 'kind'>): SiteView['completeness'] {
  const bareLand = LAND_KINDS.includes(site.kind) && site.premises.length === 0;
  const asked = QUESTIONS.filter((question) => !(bareLand && question.field === 'floorAreaM2'));
  const missing = asked.filter((question) => !question.isKnown(site));
  const weigh = (questions: readonly Question[]) => questions.reduce((sum, question) => sum + question.weight, 0);
  const byWeight = [...missing].sort((a, b) => b.weight - a.weight).map((question) => question.field);
  return {
    score: Math.floor((100 * (weigh(asked) - weigh(missing))) / weigh(asked)),
    known: asked.length - missing.length,
    asked: asked.length,
    missing: byWeight,
    next: byWeight[0] ?? null,
  };
}
