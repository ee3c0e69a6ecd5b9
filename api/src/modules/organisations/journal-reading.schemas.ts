import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { day, id, instant, limit, pageOf } from '../../platform/http/fields.js';

const word = z.string().trim().min(1).max(100);
const pages = { cursor: cursorOf(z.tuple([z.int()])).optional(), limit };
const days = { from: day.optional(), to: day.optional().meta({ description: 'Last day included' }) };

export const organisationJournalSearch = z.object({ action: word.optional(), ...days, ...pages });
export type OrganisationJournalSearch = z.infer<typeof organisationJournalSearch>;

export const journalSearch = z.object({
  thingKind: word.optional(),
  thingId: word.optional(),
  organisation: id.optional(),
  actor: id.optional(),
  action: word.optional(),
  ...days,
  ...pages,
});
export type JournalSearch = z.infer<typeof journalSearch>;

const act = z.object({
  seq: z.int(),
  at: instant,
  action: z.string().meta({ examples: ['verify-organisation'] }),
  thing: z.object({ kind: z.string(), id: z.string() }),
  from: z.string().nullable(),
  to: z.string().nullable(),
  why: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});

export const journalPage = pageOf(
  act
    .extend({
      organisation: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
      actor: z.object({
        kind: z.enum(['person', 'system', 'import']),
        id: z.string().nullable(),
        name: z.string().nullable().meta({ description: 'As it is now; null once the account is erased' }),
      }),
    })
    .meta({ id: 'Act' }),
).meta({ id: 'JournalPage' });
export type JournalPage = z.infer<typeof journalPage>;

export const organisationJournalPage = pageOf(
  act
    .extend({
      actor: z.object({
        kind: z.enum(['member', 'former_member', 'moderator', 'service']),
        name: z.string().nullable().meta({ description: 'Of those who are members today; of nobody else' }),
      }),
    })
    .meta({ id: 'OrganisationAct' }),
).meta({ id: 'OrganisationJournalPage' });
export type OrganisationJournalPage = z.infer<typeof organisationJournalPage>;
