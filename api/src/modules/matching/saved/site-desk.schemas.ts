import { z } from 'zod';
import { deskFigures, deskSite } from '../../sites/desk/site-desk.schemas.js';

const interest = z
  .object({ eligible: z.int(), toConfirm: z.int(), nearMiss: z.int() })
  .meta({ id: 'SiteInterest', description: 'Projects that look for such a place, as last counted in the background' });

export const organisationSites = z
  .object({
    items: z.array(
      deskSite.extend({
        interest: interest.nullable().meta({ description: 'null while the place is in a call: its files are judged without it' }),
      }),
    ),
    figures: deskFigures.extend({
      interestedProjects: z.int().meta({ description: 'Projects that one of the places suits, or may suit' }),
    }),
    next: z.string().nullable(),
  })
  .meta({ id: 'OrganisationSites' });
export type OrganisationSites = z.infer<typeof organisationSites>;
export type SiteInterest = z.infer<typeof interest>;
