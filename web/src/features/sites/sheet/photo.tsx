import type { ShownPhoto } from '../site-types';

interface PhotoProps {
  readonly photo: ShownPhoto;
  /** Width it takes on the page, as CSS says it: the browser chooses the file. */
  readonly sizes: string;
  /** Seen at once: not put off until it comes near. */
  readonly isFirst?: boolean;
}

export function Photo({ photo: { pictures, alt }, sizes, isFirst = false }: PhotoProps) {
  const { webp, jpeg } = pictures;
  return (
    <picture>
      <source type="image/webp" srcSet={webp.map(({ url, widthPx }) => `${url} ${widthPx}w`).join(', ')} sizes={sizes} />
      <img
        src={jpeg.url}
        width={jpeg.widthPx}
        height={jpeg.heightPx}
        alt={alt ?? ''}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
      />
    </picture>
  );
}

export function PhotoNote({ photo: { caption, credit } }: { readonly photo: ShownPhoto }) {
  if (caption === null && credit === null) return null;
  return <p className="picture-note">{[caption, credit].filter(Boolean).join(' — ')}</p>;
}
