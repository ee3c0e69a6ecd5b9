import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { flag, id, instant, limit, listOf, searchText } from '../../platform/http/fields.js';
import { APPLICATION_STATES } from '../applications/application.rules.js';
import { correctionItem } from '../applications/applications.schemas.js';
import { CORRECTION_OUTCOMES } from '../applications/correction.rules.js';
import { closing } from '../calls/call.schemas.js';
import { slug } from '../calls/form/question.schemas.js';
import { opinion } from './opinions/opinions.schemas.js';
import { SHORTLIST_CHOICES } from './shortlist/shortlist.rules.js';
import { CHECK_STANDINGS, CHECK_VERDICTS, COMPUTED_VERDICTS, CRITERION_KINDS } from './instruction.rules.js';

export const instructionParams = z.object({ id });
export const noteParams = z.object({ id, noteId: id });
export const criterionParams = z.object({ id, criterionId: id });

const label = z.object({ id, name: z.string(), colour: z.string() });
const agent = z.object({ id, name: z.string() });

const shortlistChoice = z
  .object({ choice: z.enum(SHORTLIST_CHOICES), reason: z.string() })
  .nullable()
  .meta({ description: 'What agents intend for the outline, or announced; null: undecided, or a call in one step' });

export const INSTRUCTION_SORTS = ['number', 'organisation', 'filed', 'waiting'] as const;
const filters = {
  state: listOf(z.enum(APPLICATION_STATES)).optional(),
  check: listOf(z.enum(CHECK_STANDINGS)).optional().meta({ description: 'Where the check of admissibility stands' }),
  label: id.optional(),
  lot: id.optional().meta({ description: 'A place wished' }),
  assigned: z
    .union([z.enum(['me', 'nobody']), id])
    .optional()
    .meta({ description: 'To me, to nobody, or to this agent' }),
  unread: flag.optional(),
  q: searchText.optional().meta({ description: 'In the name of the organisation, the title or the number' }),
  sort: z.enum(INSTRUCTION_SORTS).default('number'),
};
export const instructionSearch = z.object({
  ...filters,
  cursor: cursorOf(z.tuple([z.string().max(400), id])).optional(),
  limit,
});
export type InstructionSearch = z.infer<typeof instructionSearch>;
export const instructionExportSearch = z.object(filters);
export type InstructionExportSearch = z.infer<typeof instructionExportSearch>;

const instructionLine = z
  .object({
    id,
    number: z.string(),
    title: z.string(),
    state: z.enum(APPLICATION_STATES),
    organisation: z.object({ id, name: z.string() }),
    target: z.object({ kind: z.enum(['call', 'place']), id, title: z.string() }),
    filedAt: instant.meta({ description: 'When the filing that stands had arrived' }),
    sequence: z.int(),
    lots: z.array(z.object({ id, name: z.string() })),
    check: z.enum(CHECK_STANDINGS),
    ticked: z.int().meta({ description: 'Criteria ticked “yes”' }),
    asked: z.int(),
    correctionDueAt: instant.nullable(),
    isCorrected: z.boolean().meta({ description: 'Filed again after a correction was asked' }),
    isUnread: z.boolean(),
    waitingSince: instant,
    labels: z.array(label),
    agents: z.array(agent),
    shortlist: shortlistChoice,
  })
  .meta({ id: 'InstructionLine' });
export type InstructionLine = z.infer<typeof instructionLine>;

export const instructionPage = z
  .object({
    title: z.string(),
    organisationId: id,
    sealed: z.boolean().meta({ description: 'Nothing can be read before the call closes' }),
    isInSteps: z.boolean().meta({ description: 'A call in two steps: its outlines are shortlisted' }),
    drafts: z.int(),
    lots: z.array(z.object({ id, name: z.string() })),
    counts: z.array(z.object({ state: z.enum(APPLICATION_STATES), count: z.int() })),
    unread: z.int(),
    mine: z.int().meta({ description: 'Assigned to the reader' }),
    items: z.array(instructionLine),
    next: z.string().nullable(),
  })
  .meta({ id: 'InstructionPage' });
export type InstructionPage = z.infer<typeof instructionPage>;

const checkKey = z.string().regex(/^(complete|lots|own:[0-9a-f-]{36}|(eligibility|document):[a-z0-9-]{1,40})$/);
const noteText = z.string().trim().min(1).max(4_000);
const reason = z.string().trim().min(5).max(2_000);

export const writeChecks = z
  .object({
    lines: z
      .array(
        z.object({
          criterion: checkKey,
          version: z.int().min(0).max(2_000_000_000).meta({ description: 'The version that was read; 0 when nobody had ticked it' }),
          verdict: z.enum(CHECK_VERDICTS),
          note: z.string().trim().max(2_000).nullable().default(null),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'WriteChecks', description: 'Line by line: two agents never overwrite each other' });
export type WriteChecks = z.infer<typeof writeChecks>;

export const addCriterion = z.object({ label: z.string().trim().min(1).max(300) }).meta({ id: 'AddCriterion' });
export type AddCriterion = z.infer<typeof addCriterion>;
export const refuseAdmission = z
  .object({ reason, criteria: z.array(checkKey).max(100).meta({ description: 'Those that are not met, named to the applicant' }) })
  .meta({ id: 'RefuseAdmission' });
export type RefuseAdmission = z.infer<typeof refuseAdmission>;
export const saidReason = z.object({ reason }).meta({ id: 'InstructionReason', description: 'Told to the applicant' });
export type SaidReason = z.infer<typeof saidReason>;

const correctionAsked = {
  dueAt: closing,
  reason,
  items: z
    .array(correctionItem)
    .min(1)
    .max(60)
    .refine((items) => new Set(items.map(({ field }) => field)).size === items.length),
};
export const requestCorrection = z.object(correctionAsked).meta({ id: 'RequestCorrection' });
export type RequestCorrection = z.infer<typeof requestCorrection>;

export const writeNote = z.object({ text: noteText }).meta({ id: 'WriteNote' });
export type WriteNote = z.infer<typeof writeNote>;
export const editNote = z.object({ text: noteText, version: z.int().min(1).max(2_000_000_000) }).meta({ id: 'EditNote' });
export type EditNote = z.infer<typeof editNote>;

const may = z.string().nullable();
const note = z
  .object({
    id,
    who: z.string().nullable(),
    isMine: z.boolean(),
    text: z.string(),
    version: z.int(),
    at: instant,
    editedAt: instant.nullable(),
  })
  .meta({ id: 'InstructionNote' });

const criterion = z
  .object({
    key: z.string(),
    kind: z.enum(CRITERION_KINDS),
    label: z.string().nullable(),
    question: slug.nullable().meta({ description: 'Where in the file to look' }),
    computed: z.enum(COMPUTED_VERDICTS).nullable(),
    verdict: z.enum(CHECK_VERDICTS).nullable(),
    isStale: z.boolean().meta({ description: 'It was ticked on another answer than the one that stands' }),
    note: z.string().nullable(),
    version: z.int(),
    who: z.string().nullable(),
    at: instant.nullable(),
  })
  .meta({ id: 'InstructionCriterion' });

/** What the agents of the owner keep about one file. What it says is read as the application itself. */
export const instructionView = z
  .object({
    id,
    state: z.enum(APPLICATION_STATES),
    reason: z.string().nullable(),
    number: z.string(),
    sequence: z.int(),
    organisation: z.object({ id, name: z.string() }),
    ownerId: id,
    target: z.object({ kind: z.enum(['call', 'place']), id, title: z.string() }),
    now: instant,
    standing: z.enum(CHECK_STANDINGS),
    criteria: z.array(criterion),
    corrections: z.array(
      z.object({
        id,
        askedAt: instant,
        askedBy: z.string().nullable(),
        dueAt: instant,
        reason: z.string(),
        items: z.array(correctionItem.extend({ label: z.string().nullable() })),
        outcome: z.enum(CORRECTION_OUTCOMES).nullable(),
        closedAt: instant.nullable(),
      }),
    ),
    fields: z
      .array(z.object({ field: z.string(), label: z.string().nullable() }))
      .meta({ description: 'What a correction may be asked of' }),
    sections: z
      .array(z.object({ id: z.string(), title: z.string().nullable() }))
      .meta({ description: 'What may be shown to whoever is asked for an opinion' }),
    opinions: z.array(opinion).meta({ description: 'Asked of services and people outside' }),
    labels: z.array(label),
    agents: z.array(agent),
    notes: z.array(note),
    history: z.array(
      z.object({
        id,
        at: instant,
        who: z.string().nullable(),
        action: z.string(),
        fromState: z.string().nullable(),
        toState: z.string().nullable(),
        reason: z.string().nullable(),
        isInternal: z.boolean(),
      }),
    ),
    actions: z
      .object({
        writeChecks: may,
        admitApplication: may,
        refuseAdmission: may,
        takeBackAdmission: may,
        requestCorrection: may,
        endCorrection: may,
        writeNote: may,
        askOpinion: may,
      })
      .meta({ id: 'InstructionActions' }),
  })
  .meta({ id: 'Instruction' });
export type InstructionView = z.infer<typeof instructionView>;

const ids = z.array(id).min(1).max(100);
/** One act on many files. */
export const instructionActs = z
  .discriminatedUnion('action', [
    z.object({ action: z.enum(['assign', 'unassign']), ids, agents: z.array(id).min(1).max(20) }),
    z.object({ action: z.enum(['label', 'unlabel']), ids, labels: z.array(id).min(1).max(20) }),
    z.object({ action: z.literal('admit'), ids }),
    z.object({
      action: z.literal('shortlist'),
      ids,
      choice: z.enum(SHORTLIST_CHOICES),
      reason: reason.meta({ description: 'Told to the applicant when the shortlist is announced' }),
    }),
    z.object({ action: z.literal('requestCorrection'), ids, ...correctionAsked }),
  ])
  .meta({ id: 'InstructionActs' });
export type InstructionActsInput = z.infer<typeof instructionActs>;
export const instructionUndo = z
  .object({ acts: ids.meta({ description: 'The `act` of each file, as answered when it was done' }) })
  .meta({ id: 'InstructionUndo' });
export type InstructionUndo = z.infer<typeof instructionUndo>;
export const instructionActsDone = z
  .object({
    items: z.array(
      z.object({
        id: id.meta({ description: 'The file, or the act that could not be undone' }),
        act: id.nullable().meta({ description: 'By which it may be undone; null when it was refused or changed nothing' }),
        code: z.string().nullable().meta({ description: 'Why it was refused' }),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'InstructionActsDone' });
export type InstructionActsDone = z.infer<typeof instructionActsDone>;
