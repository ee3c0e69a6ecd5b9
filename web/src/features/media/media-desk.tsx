import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Bar } from '../../ui/bars';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { RefusalNote } from '../../ui/refusal-note';
import { MediaCard } from './media-card';
import { MediaPicture } from './media-picture';
import { moveButtonId, movedBy } from './media-order';
import { type Media, type MediaList, mediaOf, restoreMedia, saveOrder } from './media.queries';
import { SendingList } from './sending-list';
import { UploadZone } from './upload-zone';
import { useUploads } from './use-uploads';

/** All there is to do with the photos and documents of one place. */
export function MediaDesk({ list }: { readonly list: MediaList }) {
  const { t } = useTranslation('media');
  const client = useQueryClient();
  const siteId = list.site.id;
  const { sendings, add, forget } = useUploads(siteId);
  const kept = list.items.filter(({ state }) => state !== 'removed');
  const removed = list.items.filter(({ actions }) => actions.restoreSiteMedia === null);
  const [position, setPosition] = useState<number | null>(null);
  const order = useMutation({
    mutationFn: (ids: readonly string[]) => saveOrder(siteId, ids),
    onSuccess: (saved) => client.setQueryData(mediaOf(siteId).queryKey, saved),
    onError: () => client.invalidateQueries({ queryKey: ['media', siteId] }),
  });
  const move = async (media: readonly Media[], from: number, by: -1 | 1) => {
    const moved = media[from];
    if (order.isPending || moved === undefined) return;
    await order.mutateAsync(
      movedBy(
        kept.map(({ id }) => id),
        moved.id,
        media[from + by]?.id,
      ),
    );
    setPosition(from + by + 1);
    keepFocusOn(moved.id, by);
  };
  const undescribed = kept.filter(({ described, state }) => !described && state !== 'refused').length;
  const kinds = (['photo', 'document'] as const).map((kind) => ({ kind, media: kept.filter((one) => one.kind === kind) }));
  return (
    <div className="stack">
      {list.actions.uploadSiteMedia === null ? (
        <UploadZone onFiles={add} maxFileBytes={list.maxFileBytes} />
      ) : (
        <RefusalNote code={list.actions.uploadSiteMedia} />
      )}
      <SendingList sendings={sendings} onForget={forget} onAgain={(file) => add([file])} />
      {undescribed > 0 ? (
        <Notice tone="warning" title={t('undescribed.title', { count: undescribed })}>
          <p>{t('undescribed.text')}</p>
        </Notice>
      ) : null}
      <p className="visually-hidden" role="status">
        {position === null ? '' : t('moved', { number: position })}
      </p>
      {order.isError ? <ProblemNotice error={order.error} /> : null}
      {kinds.map(({ kind, media }) => (
        <Panel key={kind} id={`${kind}s`} title={t(`kind.${kind}s`)}>
          {media.length === 0 ? <p>{t(`none.${kind}s`)}</p> : null}
          <ul className="media-list">
            {media.map((one, index) => (
              <MediaCard
                key={one.id}
                media={one}
                name={one.title ?? t(`name.${kind}`, { number: index + 1 })}
                isFirst={index === 0}
                isLast={index === media.length - 1}
                onMove={list.actions.orderSiteMedia === null ? (by) => void move(media, index, by).catch(() => undefined) : null}
              />
            ))}
          </ul>
        </Panel>
      ))}
      {removed.length > 0 ? (
        <Panel id="removed" title={t('removed.title')}>
          <p>{t('removed.text')}</p>
          <ul className="media-list">
            {removed.map((media) => (
              <Removed key={media.id} media={media} />
            ))}
          </ul>
        </Panel>
      ) : null}
      <Space list={list} />
    </div>
  );
}

/** The button pressed has moved with its photo, or is gone at the end of the list: whoever uses a keyboard goes on from there. */
function keepFocusOn(id: string, by: -1 | 1): void {
  requestAnimationFrame(() => {
    const button = document.getElementById(moveButtonId(id, by)) ?? document.getElementById(moveButtonId(id, by === 1 ? -1 : 1));
    button?.focus();
  });
}

function Removed({ media }: { readonly media: Media }) {
  const { t } = useTranslation('media');
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: () => restoreMedia(media.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['media', media.siteId] }),
  });
  const name = media.title ?? media.alt ?? t(`kind.${media.kind}`);
  return (
    <li className="media-card">
      <MediaPicture media={media} />
      <div className="media-words">
        <h3>{name}</h3>
        {restore.isError ? <ProblemNotice error={restore.error} /> : null}
        <div className="media-acts">
          <Button size="small" disabled={restore.isPending} onClick={() => restore.mutate()}>
            {t('removed.restore')} <span className="visually-hidden">{name}</span>
          </Button>
        </div>
      </div>
    </li>
  );
}

function Space({ list }: { readonly list: MediaList }) {
  const { t } = useTranslation('media');
  const megabytes = (bytes: number) => formatNumber(bytes / 1_000_000, currentLanguage(), bytes < 10_000_000 ? 1 : 0);
  return (
    <Bar
      label={t('space.label', { organisation: list.organisation.name })}
      text={t('space.text', { used: megabytes(list.usedBytes), quota: megabytes(list.quotaBytes) })}
      low={list.usedBytes / list.quotaBytes}
    />
  );
}
