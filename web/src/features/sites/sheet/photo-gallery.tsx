import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import type { ShownPhoto } from '../site-types';
import { Photo } from './photo';

/** The photos after the one at the top of the page; each opens in its largest size. */
export function PhotoGallery({ photos }: { readonly photos: readonly ShownPhoto[] }) {
  const { t } = useTranslation('place');
  if (photos.length === 0) return null;
  return (
    <Panel title={t('photos.title')} id="photos">
      <ul className="photo-gallery">
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <figure>
              <a href={photo.pictures.webp.at(-1)?.url ?? photo.pictures.jpeg.url}>
                <Photo photo={photo} sizes="(width >= 64rem) 18rem, (width >= 30rem) 50vw, 100vw" />
                <span className="visually-hidden">{t('photos.enlarge', { number: index + 2 })}</span>
              </a>
              {photo.caption || photo.credit ? (
                <figcaption className="fine-print">{[photo.caption, photo.credit].filter(Boolean).join(' — ')}</figcaption>
              ) : null}
            </figure>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
