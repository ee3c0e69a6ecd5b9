import { z } from 'zod';
import { id, instant, queryNumber } from '../../../platform/http/fields.js';
import { savedProject } from '../../projects/saved-projects.schemas.js';

export const organisationParams = z.object({ id });
export const projectParams = z.object({ id });

export const matchesSearch = z.object({
  perSection: queryNumber(z.int().min(1).max(50)).default(10).meta({ description: 'Places shown per section, 1 to 50 (default 10)' }),
});
export type MatchesSearch = z.infer<typeof matchesSearch>;

const counted = z
  .object({ eligible: z.int(), toConfirm: z.int(), nearMiss: z.int(), countedAt: instant })
  .nullable()
  .meta({ description: 'Places that suit, as last counted in the background; null = not counted, or no longer looking' });

export const organisationProjects = z
  .object({ items: z.array(savedProject.extend({ matches: counted })), next: z.string().nullable() })
  .meta({ id: 'OrganisationProjects' });
export type OrganisationProjects = z.infer<typeof organisationProjects>;
