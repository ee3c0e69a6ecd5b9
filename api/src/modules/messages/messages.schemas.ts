import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, limit } from '../../platform/http/fields.js';
import { ORGANISATION_ROLES } from '../../platform/access/permission.js';
import { said } from '../../platform/http/request-context.js';
import { MESSAGE_SIDES } from './message.rules.js';

export const threadParams = z.object({ id });
export const messageFileParams = z.object({ id, fileId: id });
const FILES_OF_A_MESSAGE = 10;
export const FILES_OF_A_THREAD = 60;

export const messageFile = z
  .object({
    id,
    title: z.string().nullable(),
    type: z.string(),
    bytes: z.int(),
    state: z.enum(['received', 'ready', 'refused']),
    refusal: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'MessageFile' });
export type MessageFile = z.infer<typeof messageFile>;

export const sendMessage = z
  .object({
    text: z.string().trim().min(1, said('écrivez votre message', 'write your message')).max(5_000),
    files: z
      .array(id)
      .max(FILES_OF_A_MESSAGE)
      .transform((ids) => [...new Set(ids)])
      .default([])
      .meta({ description: 'Documents sent before, by the same person' }),
  })
  .meta({ id: 'SendMessage' });
export type SendMessage = z.infer<typeof sendMessage>;
export const readMessages = z.object({ until: id.meta({ description: 'The newest message that was seen' }) }).meta({ id: 'ReadMessages' });
export type ReadMessages = z.infer<typeof readMessages>;
export const closeMessages = z.object({ closed: z.boolean() }).meta({ id: 'CloseMessages' });
export type CloseMessages = z.infer<typeof closeMessages>;

const side = z.enum(MESSAGE_SIDES);
const message = z
  .object({
    id,
    side,
    mine: z.boolean(),
    who: z.string().nullable().meta({ description: 'Null once the account is gone' }),
    organisation: z.string(),
    role: z.enum(ORGANISATION_ROLES).meta({ description: 'The function of the writer in it at that time' }),
    text: z.string(),
    files: z.array(messageFile),
    at: instant,
  })
  .meta({ id: 'Message' });

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const may = z.string().nullable();
export const thread = z
  .object({
    items: z.array(message),
    next: z.string().nullable(),
    side: side.meta({ description: 'On which side the reader is' }),
    unread: z.int(),
    closedAt: instant.nullable(),
    actions: z.object({ sendMessage: may, closeMessages: may }).meta({ id: 'MessageActions' }),
  })
  .meta({ id: 'MessageThread', description: 'The newest first' });
export type ThreadView = z.infer<typeof thread>;
export const threadSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type ThreadSearch = z.infer<typeof threadSearch>;
export const unreadMessages = z.object({ unread: z.int() }).meta({ id: 'UnreadMessages' });
export type UnreadMessages = z.infer<typeof unreadMessages>;
