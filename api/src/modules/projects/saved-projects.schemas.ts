import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { historyOf } from '../../platform/http/edit-history.js';
import { id, instant, limit, listOf } from '../../platform/http/fields.js';
import { ACTIVITIES } from '../sites/site.vocabulary.js';
import { need } from './needs.schemas.js';
import { CLOSING_REASONS, PROJECT_STAGES, PROJECT_STATES } from './project.rules.js';
import { project } from './projects.schemas.js';

/** Projects kept by an organisation: what its members write, and what only they read. */

/** Blank is not said. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullish();
const count = z.int().min(0).max(1_000_000).nullish();

const stated = z.object({
  name: z.string().trim().min(3).max(120),
  activity: z.enum(ACTIVITIES).nullish(),
  stage: z.enum(PROJECT_STAGES).nullish(),
  need,
  publicSummary: words(600).meta({ description: 'What everyone may read once the project is public' }),
  privateNote: words(4000).meta({ description: 'Read by members only' }),
  jobsPlanned: count,
  insertionHoursPlanned: count.meta({ description: 'Hours of work a year for people in inclusion programmes' }),
  residentsServed: count,
});

export const createProject = stated.extend({ organisationId: id }).meta({ id: 'CreateProject' });
export type CreateProject = z.infer<typeof createProject>;

const version = z.int().min(1).max(2_000_000_000);
export const updateProject = stated
  .partial()
  .extend({ version: version.meta({ description: 'The version these changes were made on' }) })
  .meta({ id: 'UpdateProject', description: 'A key left out changes nothing; null empties' });
export type UpdateProject = z.infer<typeof updateProject>;

export const closeProject = z.object({ reason: z.enum(CLOSING_REASONS), note: words(500) }).meta({ id: 'CloseProject' });
export type CloseProject = z.infer<typeof closeProject>;

export const projectVisibility = z.object({ public: z.boolean() }).meta({ id: 'ProjectVisibility' });
export type ProjectVisibility = z.infer<typeof projectVisibility>;

/** The editable fields as stored. */
const projectFields = z.object({
  name: z.string(),
  activity: z.enum(ACTIVITIES).nullable(),
  stage: z.enum(PROJECT_STAGES).nullable(),
  need,
  publicSummary: z.string().nullable(),
  privateNote: z.string().nullable(),
  jobsPlanned: z.int().nullable(),
  insertionHoursPlanned: z.int().nullable(),
  residentsServed: z.int().nullable(),
});
export type ProjectFields = z.infer<typeof projectFields>;

const completeness = z.object({
  percent: z.int(),
  missing: z.array(z.string()).meta({ description: 'Fields not said yet, the most useful first' }),
});

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const answer = z.string().nullable();
const actions = z
  .object({
    updateProject: answer,
    openProject: answer,
    closeProject: answer,
    reopenProject: answer,
    showProject: answer,
    hideProject: answer,
  })
  .meta({ id: 'ProjectActions', description: 'What the reader may do with this project now; else why not' });
export type ProjectActions = z.infer<typeof actions>;

export const projectView = project
  .extend({
    actions,
    private: projectFields
      .pick({ need: true, privateNote: true })
      .extend({
        version,
        public: z.boolean().meta({ description: 'Its holder says that everyone may see it, once it is open' }),
        completeness,
        closing: z.object({ reason: z.enum(CLOSING_REASONS), note: z.string().nullable() }).nullable(),
        createdAt: instant,
      })
      .nullable()
      .meta({ description: 'For members of the organisation only' }),
  })
  .meta({ id: 'ProjectView' });
export type ProjectView = z.infer<typeof projectView>;

/** One line of an organisation's own list. */
export const savedProject = z
  .object({
    id,
    name: z.string(),
    state: z.enum(PROJECT_STATES),
    activity: z.enum(ACTIVITIES).nullable(),
    stage: z.enum(PROJECT_STAGES).nullable(),
    public: z.boolean(),
    completeness,
    updatedAt: instant,
  })
  .meta({ id: 'SavedProject' });
export type SavedProject = z.infer<typeof savedProject>;

export const savedProjectSearch = z.object({
  state: listOf(z.enum(PROJECT_STATES)).optional(),
  cursor: cursorOf(z.tuple([z.int(), id])).optional(),
  limit,
});
export type SavedProjectSearch = z.infer<typeof savedProjectSearch>;

export const projectHistory = historyOf(version, {}).meta({
  id: 'ProjectHistory',
  description: 'Who changed what, and when: the latest first',
});
export type ProjectHistory = z.infer<typeof projectHistory>;
