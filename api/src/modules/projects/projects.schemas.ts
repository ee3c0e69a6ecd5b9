import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, limit, listOf, searchText } from '../../platform/http/fields.js';
import { ACTIVITIES, SITE_KINDS } from '../sites/site.vocabulary.js';
import { PROJECT_STAGES, PROJECT_STATES } from './project.rules.js';

export const projectSearch = z.object({
  organisationId: id.optional(),
  q: searchText.optional().meta({ description: 'Words of the name or the summary' }),
  activity: listOf(z.enum(ACTIVITIES)).optional(),
  cursor: cursorOf(z.tuple([z.int(), id])).optional(),
  limit,
});
export type ProjectSearch = z.infer<typeof projectSearch>;
export const projectParams = z.object({ id });

/** What a project's holder makes public. The need itself stays between its holder and the owners it is matched with. */
export const project = z
  .object({
    id,
    name: z.string(),
    state: z.enum(PROJECT_STATES),
    activity: z.enum(ACTIVITIES).nullable(),
    stage: z.enum(PROJECT_STAGES).nullable(),
    publicSummary: z.string().nullable(),
    organisation: z.object({
      id,
      name: z.string(),
      legalForm: z.string().nullable(),
      commune: z.object({ id: z.string(), name: z.string(), departmentCode: z.string().nullable() }).nullable(),
    }),
    looksFor: z.object({
      kinds: z.array(z.enum(SITE_KINDS)),
      floorAreaMinM2: z.number().nullable(),
      floorAreaMaxM2: z.number().nullable(),
      landAreaMinM2: z.number().nullable(),
    }),
    jobsPlanned: z.int().nullable(),
    insertionHoursPlanned: z.int().nullable(),
    residentsServed: z.int().nullable(),
    demo: z.boolean().meta({ description: 'An invented project, for demonstration' }),
    updatedAt: instant,
  })
  .meta({ id: 'Project' });
export type Project = z.infer<typeof project>;

export const projectPage = z.object({ items: z.array(project), next: z.string().nullable(), total: z.int() }).meta({ id: 'ProjectPage' });
export type ProjectPage = z.infer<typeof projectPage>;
