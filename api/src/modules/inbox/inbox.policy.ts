import { definePolicy } from '../../platform/access/permission.js';

/** What a person is told, and how. By the link of a letter no account is needed to be told no more. */
export const inboxPolicy = definePolicy({
  listMyNotifications: { by: ['self'] },
  countMyNotifications: { by: ['self'], unverified: true },
  readMyNotification: { by: ['self'] },
  readMyNotifications: { by: ['self'] },
  listMyNotificationSettings: { by: ['self'] },
  changeMyNotificationSetting: { by: ['self'] },
});
