import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';

export const STAGES = ['idea', 'study', 'funded', 'ready'] as const;
export type Stage = (typeof STAGES)[number];
export const ACTIVITIES = [
  'repair',
  'reuse',
  'canteen',
  'food_processing',
  'market_gardening',
  'tiers_lieu',
  'coworking',
  'fablab',
  'bike_workshop',
  'solidarity_grocery',
  'laundry',
  'logistics',
  'culture',
  'training',
  'childcare',
  'health',
  'housing',
  'offices',
  'other',
] as const;
export type Activity = (typeof ACTIVITIES)[number];
export const CLOSING_REASONS = [
  'place_found_elsewhere',
  'place_obtained_here',
  'funding_missing',
  'team_changed',
  'postponed',
  'other',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const FIELDS = [
  'name',
  'activity',
  'stage',
  'need',
  'publicSummary',
  'privateNote',
  'jobsPlanned',
  'insertionHoursPlanned',
  'residentsServed',
] as const;
type Field = (typeof FIELDS)[number];
export const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** A value of a project in words: what a history or a conflict shows. */
export function useValueWords(): (field: string, value: unknown) => string {
  const { t } = useTranslation(['projects', 'vocabulary']);
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('projects:blank');
    if (field === 'activity' && isOneOf(ACTIVITIES, value)) return t(`vocabulary:activity.${value}`);
    if (field === 'stage' && isOneOf(STAGES, value)) return t(`projects:stage.${value}`);
    if (typeof value === 'number') return formatNumber(value, currentLanguage());
    return typeof value === 'string' ? `« ${value} »` : t('projects:needChanged');
  };
}

function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return (words as readonly unknown[]).includes(value);
}
