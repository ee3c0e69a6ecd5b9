import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { LABEL_COLOURS } from './instruction.rules.js';

const name = z.string().trim().min(1).max(60);
const colour = z.enum(LABEL_COLOURS);

export const createInstructionLabel = z.object({ name, colour }).meta({ id: 'CreateInstructionLabel' });
export type CreateInstructionLabel = z.infer<typeof createInstructionLabel>;
export const updateInstructionLabel = z
  .object({ name: name.optional(), colour: colour.optional(), removed: z.literal(true).optional() })
  .meta({ id: 'UpdateInstructionLabel', description: 'A label that is removed is offered no more, and taken off every file' });
export type UpdateInstructionLabel = z.infer<typeof updateInstructionLabel>;

export const saveInstructionView = z
  .object({
    name,
    search: z
      .string()
      .max(1_000)
      .regex(/^[\w\-.~%=&,:+]*$/)
      .meta({ description: 'The filters as the address of the page says them, without “?”' }),
    shared: z.boolean().default(false).meta({ description: 'Offered to every agent of the organisation' }),
  })
  .meta({ id: 'SaveInstructionView', description: 'A name already used by the same agent is written over' });
export type SaveInstructionView = z.infer<typeof saveInstructionView>;

export const instructionSettings = z
  .object({
    labels: z.array(z.object({ id, name: z.string(), colour })),
    agents: z.array(z.object({ id, name: z.string(), isMe: z.boolean() })),
    views: z.array(
      z.object({ id, name: z.string(), search: z.string(), shared: z.boolean(), isMine: z.boolean(), who: z.string().nullable() }),
    ),
    canWrite: z.string().nullable(),
  })
  .meta({ id: 'InstructionSettings', description: 'What agents of an organisation share: labels, who may be assigned, saved views' });
export type InstructionSettings = z.infer<typeof instructionSettings>;
