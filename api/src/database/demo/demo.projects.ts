import type { DemoProject } from './demo.needs.js';
import { REPAIR_AND_FOOD_PROJECTS } from './repair-and-food.projects.js';
import { SHARED_PLACES_PROJECTS } from './shared-places.projects.js';

export const DEMO_PROJECTS: readonly DemoProject[] = [...REPAIR_AND_FOOD_PROJECTS, ...SHARED_PLACES_PROJECTS];
