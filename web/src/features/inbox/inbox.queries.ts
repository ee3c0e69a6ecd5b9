import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type Notification = Schemas['Notification'];
export type NotificationSetting = Schemas['NotificationSettings']['items'][number];
type Channels = Schemas['ChangeNotificationSetting'];

const INBOX = ['inbox'] as const;
const A_MINUTE = 60_000;

/** For the bell: asked again every minute while the page is looked at. */
export function unreadNotifications() {
  return queryOptions({
    queryKey: [...INBOX, 'unread'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/me/notifications/unread', { signal })),
    refetchInterval: A_MINUTE,
    staleTime: A_MINUTE / 2,
  });
}

export function myNotifications() {
  return infiniteQueryOptions({
    queryKey: [...INBOX, 'list', currentLanguage()],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/me/notifications', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function notificationSettings() {
  return queryOptions({
    queryKey: [...INBOX, 'settings', currentLanguage()],
    queryFn: ({ signal }) => unwrap(api.GET('/api/me/notification-settings', { signal })),
  });
}

/** What was read is read everywhere: in the list and on the bell. */
async function afterReading(client: QueryClient, unread: number): Promise<void> {
  client.setQueryData(unreadNotifications().queryKey, { unread });
  await client.invalidateQueries({ queryKey: [...INBOX, 'list'] });
}

export async function readOne(client: QueryClient, id: string): Promise<void> {
  const { unread } = await unwrap(api.POST('/api/me/notifications/{id}/read', { params: { path: { id } } }));
  await afterReading(client, unread);
}

export async function readAll(client: QueryClient, until: string): Promise<void> {
  const { unread } = await unwrap(api.POST('/api/me/notifications/read', { body: { until } }));
  await afterReading(client, unread);
}

export async function changeSetting(client: QueryClient, kind: NotificationSetting['kind'], chosen: Channels): Promise<void> {
  const settings = await unwrap(api.PUT('/api/me/notification-settings/{kind}', { params: { path: { kind } }, body: chosen }));
  client.setQueryData(notificationSettings().queryKey, settings);
}
