/** What everyone sees of the photos and documents of the place `p`, for the read of its public page. */
const SEEN_BY_ALL = `m.site_id = p.id and m.state = 'available' and m.visibility = 'public'`;
const pictureOf = `jsonb_build_object('url', '/api/media/' || m.id || '/' || r.width_px || '.' || r.format, 'widthPx', r.width_px, 'heightPx', r.height_px)`;
const sizesIn = (format: 'webp' | 'jpeg', aggregated: string) =>
  `(select ${aggregated} from site_media_rendition r where r.media_id = m.id and r.format = '${format}')`;

export const SHOWN_PHOTOS = `
  select jsonb_agg(jsonb_build_object('id', m.id, 'alt', m.alt, 'decorative', m.decorative, 'caption', m.caption, 'credit', m.credit,
    'pictures', jsonb_build_object('webp', ${sizesIn('webp', `jsonb_agg(${pictureOf} order by r.width_px)`)}, 'jpeg', ${sizesIn('jpeg', pictureOf)}))
    order by m.position, m.id)
  from site_media m where ${SEEN_BY_ALL} and m.kind = 'photo'`;

export const SHOWN_DOCUMENTS = `
  select jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'caption', m.caption, 'credit', m.credit, 'bytes', m.bytes,
    'url', '/api/media/' || m.id || '/document.pdf') order by m.position, m.id)
  from site_media m where ${SEEN_BY_ALL} and m.kind = 'document'`;
