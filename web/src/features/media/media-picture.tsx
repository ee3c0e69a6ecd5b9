import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Media } from './media.queries';

/** A small view of a photo, or the sign of a document; grey while its checks run. */
export function MediaPicture({ media }: { readonly media: Media }) {
  const { t } = useTranslation('media');
  const small = media.pictures?.webp[0];
  if (small)
    return (
      <img
        className="media-picture"
        src={small.url}
        width={small.widthPx}
        height={small.heightPx}
        alt={media.alt ?? (media.decorative ? '' : t('card.undescribed'))}
        loading="lazy"
      />
    );
  return (
    <span className="media-picture media-picture-blank" aria-hidden>
      {media.kind === 'document' ? <FileText size={40} strokeWidth={1.5} /> : null}
    </span>
  );
}
