export interface BackgroundTiles {
  readonly url: string;
  readonly attribution: string;
}

/**
 * The server writes the address of the background tiles in the page when the operator chose some:
 * `<meta name="map-tiles" content="https://…/{z}/{x}/{y}.png" data-attribution="© …">`. None means the bundled outline only.
 */
export function readBackgroundTiles(page: Document = document): BackgroundTiles | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="map-tiles"]');
  if (!meta?.content) return null;
  return { url: meta.content, attribution: meta.dataset['attribution'] ?? '' };
}
