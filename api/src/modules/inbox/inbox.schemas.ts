import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, limit } from '../../platform/http/fields.js';
import { INBOX_KIND_NAMES } from './inbox.kinds.js';

const kind = z.enum(INBOX_KIND_NAMES);
export const inboxParams = z.object({ id });
export const inboxKindParams = z.object({ kind });
export const stopParams = z.object({ token: z.string().max(200) });

export const notification = z
  .object({
    id,
    kind,
    title: z.string().meta({ description: 'What it is about' }),
    text: z.string().meta({ description: 'What happened, in the language of the request' }),
    path: z.string().meta({ description: 'The page where it leads' }),
    at: instant,
    count: z.int().meta({ description: 'How many of the same kind about the same thing it stands for' }),
    read: z.boolean(),
  })
  .meta({ id: 'Notification' });

export const unreadCount = z.object({ unread: z.int() }).meta({ id: 'UnreadNotifications' });
export type UnreadCount = z.infer<typeof unreadCount>;
export const notificationPage = z
  .object({ items: z.array(notification), next: z.string().nullable(), unread: z.int() })
  .meta({ id: 'NotificationPage', description: 'The newest first' });
export type NotificationPage = z.infer<typeof notificationPage>;
export const notificationSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type NotificationSearch = z.infer<typeof notificationSearch>;

export const readNotifications = z
  .object({ until: id.meta({ description: 'The newest notification that was seen: what has come since stays unread' }) })
  .meta({ id: 'ReadNotifications' });
export type ReadNotifications = z.infer<typeof readNotifications>;

export const changeSetting = z.object({ onSite: z.boolean(), byEmail: z.boolean() }).meta({ id: 'ChangeNotificationSetting' });
export type ChangeSetting = z.infer<typeof changeSetting>;
export const notificationSettings = z
  .object({
    items: z.array(
      z.object({
        kind,
        label: z.string(),
        onSite: z.boolean(),
        byEmail: z.boolean(),
        canSilence: z.boolean().meta({ description: 'A letter that a right or a term depends on always arrives' }),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'NotificationSettings' });
export type NotificationSettings = z.infer<typeof notificationSettings>;

export const mailsStopped = z
  .object({ kinds: z.int().meta({ description: 'How many kinds no longer come by e-mail' }) })
  .meta({ id: 'MailsStopped' });
export type MailsStopped = z.infer<typeof mailsStopped>;
