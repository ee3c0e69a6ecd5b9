import { CONSTRAINTS, FEATURES, USES, type Constraint, type Feature, type Use } from '../../sites/site.vocabulary.js';
import { verdictOf, type Criterion, type CriterionSql } from './criterion.js';
import { VOCABULARY } from '../engine/vocabulary.words.js';

/** What the place has, may host and carries: one row per feature, use and burden, so that each can be the one thing missing. */

/** What works or a purchase can add; light, yards and roads are there or not. */
const CAN_BE_ADDED: ReadonlySet<Feature> = new Set<Feature>([
  'electricity',
  'three_phase_power',
  'water',
  'heating',
  'toilets',
  'changing_rooms',
  'kitchen',
  'step_free',
  'waste_storage',
  'internet',
]);

/** What works or a decision can remove. */
const CAN_BE_REMOVED: ReadonlySet<Constraint> = new Set<Constraint>(['building_pollution', 'asbestos', 'demolition_planned']);

const truth = (value: boolean) => ({ type: 'truth', value }) as const;

/** Yes and no are two bit masks of the same row; unknown is in neither. */
function bitSql(column: 'features' | 'uses' | 'constraints', bit: number, wanted: boolean, near: boolean): CriterionSql {
  const mask = String(1 << bit);
  const bad = wanted ? `m.${column}_no` : `m.${column}_yes`;
  return {
    unmet: () => `(${bad} & ${mask}) <> 0`,
    unknown: () => `((m.${column}_yes | m.${column}_no) & ${mask}) = 0`,
    near: () => String(near),
  };
}

function featureRow(feature: Feature, bit: number): Criterion {
  const { fr, en } = VOCABULARY.feature[feature] ?? { fr: feature, en: feature };
  const near = CAN_BE_ADDED.has(feature);
  return {
    id: `feature_${feature}`,
    reads: [`features.${feature}`],
    asked: (need) => need.mustHave.includes(feature),
    find: (option) => {
      const value = option.features[feature];
      return { verdict: verdictOf(value), asked: truth(true), found: value === null ? null : truth(value) };
    },
    change: () => ({ near, size: null, onNeed: truth(false), onPlace: near ? truth(true) : null }),
    preference: { weight: 5, wished: (need) => need.wish.includes(feature), measure: 'met_or_not' },
    sizeUnit: null,
    text: {
      fr: {
        label: `Équipement : ${fr}`,
        met: () => `Équipement présent : ${fr}`,
        notMet: () => `Équipement absent : ${fr}`,
        unknown: () => `Équipement à vérifier : ${fr}`,
        question: `Le lieu dispose-t-il de cet équipement : ${fr} ?`,
        changeNeed: () => `se passer de cet équipement : ${fr}`,
        changePlace: near ? () => `ajouter cet équipement : ${fr}` : null,
        looser: null,
        rule: `Le lieu dispose de cet équipement : ${fr}.`,
      },
      en: {
        label: `Equipment: ${en}`,
        met: () => `Equipment present: ${en}`,
        notMet: () => `Equipment missing: ${en}`,
        unknown: () => `Equipment to check: ${en}`,
        question: `Does the place have this equipment: ${en}?`,
        changeNeed: () => `do without this equipment: ${en}`,
        changePlace: near ? () => `add this equipment: ${en}` : null,
        looser: null,
        rule: `The place has this equipment: ${en}.`,
      },
    },
    sql: bitSql('features', bit, true, near),
  };
}

function useRow(use: Use, bit: number): Criterion {
  const { fr, en } = VOCABULARY.use[use] ?? { fr: use, en: use };
  return {
    id: `use_${use}`,
    reads: [`uses.${use}`],
    asked: (need) => need.uses.includes(use),
    find: (option) => {
      const value = option.uses[use];
      return { verdict: verdictOf(value), asked: truth(true), found: value === null ? null : truth(value) };
    },
    change: () => ({ near: false, size: null, onNeed: truth(false), onPlace: null }),
    preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
    sizeUnit: null,
    text: {
      fr: {
        label: `Usage : ${fr}`,
        met: () => `Usage permis : ${fr}`,
        notMet: () => `Usage non permis : ${fr}`,
        unknown: () => `Usage à vérifier : ${fr}`,
        question: `Cet usage est-il permis dans le lieu (urbanisme, sécurité) : ${fr} ?`,
        changeNeed: () => `se passer de cet usage : ${fr}`,
        changePlace: null,
        looser: null,
        rule: `Cet usage est permis d’après le propriétaire (urbanisme, établissement recevant du public, installations classées) : ${fr}.`,
      },
      en: {
        label: `Use: ${en}`,
        met: () => `Use allowed: ${en}`,
        notMet: () => `Use not allowed: ${en}`,
        unknown: () => `Use to check: ${en}`,
        question: `Is this use allowed in the place (planning, safety): ${en}?`,
        changeNeed: () => `do without this use: ${en}`,
        changePlace: null,
        looser: null,
        rule: `This use is allowed according to the owner (planning, premises open to the public, classified installations): ${en}.`,
      },
    },
    sql: bitSql('uses', bit, true, false),
  };
}

function constraintRow(constraint: Constraint, bit: number): Criterion {
  const { fr, en } = VOCABULARY.constraint[constraint] ?? { fr: constraint, en: constraint };
  const near = CAN_BE_REMOVED.has(constraint);
  return {
    id: `free_of_${constraint}`,
    reads: [`constraints.${constraint}`],
    asked: (need) => need.excludedConstraints.includes(constraint),
    find: (option) => {
      const value = option.constraints[constraint];
      return { verdict: verdictOf(value === null ? null : !value), asked: truth(false), found: value === null ? null : truth(value) };
    },
    change: () => ({ near, size: null, onNeed: truth(true), onPlace: near ? truth(false) : null }),
    preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
    sizeUnit: null,
    text: {
      fr: {
        label: `Sans : ${fr}`,
        met: () => `Contrainte absente : ${fr}`,
        notMet: () => `Contrainte présente : ${fr}`,
        unknown: () => `Contrainte à vérifier : ${fr}`,
        question: `Le lieu est-il concerné par cette contrainte : ${fr} ?`,
        changeNeed: () => `accepter cette contrainte : ${fr}`,
        changePlace: near ? () => `lever cette contrainte : ${fr}` : null,
        looser: null,
        rule: `Le lieu n’est pas concerné par cette contrainte : ${fr}.`,
      },
      en: {
        label: `Free of: ${en}`,
        met: () => `Burden absent: ${en}`,
        notMet: () => `Burden present: ${en}`,
        unknown: () => `Burden to check: ${en}`,
        question: `Is the place affected by this burden: ${en}?`,
        changeNeed: () => `accept this burden: ${en}`,
        changePlace: near ? () => `lift this burden: ${en}` : null,
        looser: null,
        rule: `The place is not affected by this burden: ${en}.`,
      },
    },
    sql: bitSql('constraints', bit, false, near),
  };
}

export const FITNESS_ROWS: readonly Criterion[] = [...FEATURES.map(featureRow), ...USES.map(useRow), ...CONSTRAINTS.map(constraintRow)];
