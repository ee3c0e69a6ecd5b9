import type { z } from 'zod';
import type { need } from '../../modules/projects/needs.schemas.js';
import type { Activity } from '../../modules/sites/site.vocabulary.js';

export interface DemoProject {
  readonly key: string;
  readonly organisation: string;
  readonly name: string;
  readonly activity: Activity;
  readonly stage: 'idea' | 'study' | 'funded' | 'ready';
  readonly state?: 'draft' | 'open' | 'matched' | 'closed';
  readonly hidden?: true;
  readonly summary: string;
  readonly jobs?: number;
  readonly insertionHours?: number;
  readonly daysAgo: number;
  readonly neededInDays?: number;
  readonly need: Omit<z.input<typeof need>, 'activity' | 'neededBy'>;
}

export const around = (lon: number, lat: number, radiusKm: number) => ({
  anyOf: [{ type: 'circle' as const, centre: { lon, lat }, radiusKm }],
});
export const inside = (...ids: string[]) => ({ anyOf: ids.map((id) => ({ type: 'territory' as const, id })) });
export const monthly = (euros: number) => ({ euros, per: 'month' as const });
