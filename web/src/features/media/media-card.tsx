import { useQueryClient } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Download, Eye, EyeOff, Hourglass, OctagonAlert, Pencil, Star, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { Badge } from '../../ui/badge';
import { Button, buttonClass } from '../../ui/button';
import { MediaForm } from './media-form';
import { editButtonId, moveButtonId } from './media-order';
import { MediaPicture } from './media-picture';
import { isWaiting, type Media, removeMedia } from './media.queries';

export interface MediaCardProps {
  readonly media: Media;
  /** “Photo 2”, or the title of a document. */
  readonly name: string;
  /** Moves it by so many places; null when the reader may not, or when it is alone. */
  readonly onMove: ((by: -1 | 1) => void) | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function MediaCard({ media, name, onMove, isFirst, isLast }: MediaCardProps) {
  const { t } = useTranslation(['media', 'common']);
  const client = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const { actions } = media;
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => document.getElementById(editButtonId(media.id))?.focus());
  };
  return (
    <li className="media-card">
      <MediaPicture media={media} />
      <div className="media-words">
        <h3>{name}</h3>
        <Standing media={media} />
        {media.kind === 'photo' && media.alt ? <p>{media.alt}</p> : null}
        {media.caption || media.credit ? <p className="fine-print">{[media.caption, media.credit].filter(Boolean).join(' — ')}</p> : null}
        {isEditing ? (
          <MediaForm media={media} name={name} onClose={close} />
        ) : (
          <div className="media-acts">
            {actions.updateSiteMedia === null ? (
              <Button id={editButtonId(media.id)} size="small" icon={<Pencil aria-hidden size={18} />} onClick={() => setEditing(true)}>
                {media.described ? t('media:card.edit') : t('media:card.describe')} <span className="visually-hidden">{name}</span>
              </Button>
            ) : null}
            {onMove && !isFirst ? <Move id={media.id} by={-1} name={name} onMove={onMove} /> : null}
            {onMove && !isLast ? <Move id={media.id} by={1} name={name} onMove={onMove} /> : null}
            {media.documentUrl ? (
              <a className={buttonClass('secondary', 'small')} href={media.documentUrl} download>
                <Download aria-hidden size={18} />
                {t('media:card.download')}
              </a>
            ) : null}
            {actions.removeSiteMedia === null ? (
              <ActButton
                look="quiet"
                label={t('media:card.remove')}
                about={name}
                title={t('media:remove.title', { name })}
                submit={t('media:card.remove')}
                onSend={async () => {
                  await removeMedia(media.id);
                  await client.invalidateQueries({ queryKey: ['media', media.siteId] });
                }}
              >
                <p>{t('media:remove.text')}</p>
              </ActButton>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
}

function Move({
  id,
  by,
  name,
  onMove,
}: {
  readonly id: string;
  readonly by: -1 | 1;
  readonly name: string;
  readonly onMove: (by: -1 | 1) => void;
}) {
  const { t } = useTranslation('media');
  const Icon = by === -1 ? ArrowUp : ArrowDown;
  return (
    <Button id={moveButtonId(id, by)} size="small" look="quiet" icon={<Icon aria-hidden size={18} />} onClick={() => onMove(by)}>
      {t(by === -1 ? 'card.earlier' : 'card.later')} <span className="visually-hidden">{name}</span>
    </Button>
  );
}

/** Where it stands: being checked, refused and why, seen by whom, still to be described. */
function Standing({ media }: { readonly media: Media }) {
  const { t } = useTranslation('media');
  if (media.state === 'refused')
    return (
      <p className="media-refusal">
        <OctagonAlert aria-hidden size={18} /> {t(`refusal.${media.refusal ?? 'unreadable'}`)}
      </p>
    );
  const isPublic = media.visibility === 'public';
  return (
    <p className="media-badges">
      {isWaiting(media) ? <Badge icon={<Hourglass aria-hidden size={14} />}>{t('state.checking')}</Badge> : null}
      {media.cover ? (
        <Badge tone="enamel" icon={<Star aria-hidden size={14} />}>
          {t('state.cover')}
        </Badge>
      ) : null}
      <Badge tone={isPublic ? 'moss' : 'neutral'} icon={isPublic ? <Eye aria-hidden size={14} /> : <EyeOff aria-hidden size={14} />}>
        {t(`visibility.${media.visibility}`)}
      </Badge>
      {media.described ? null : (
        <Badge tone="amber" icon={<TriangleAlert aria-hidden size={14} />}>
          {t('state.undescribed')}
        </Badge>
      )}
    </p>
  );
}
