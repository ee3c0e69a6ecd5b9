import type { Actor, Permission } from '../../../platform/access/permission.js';
import type { SignedLinks } from '../../../platform/files/signed-links.js';
import { whyNotHolder } from './site-media.holder.js';
import { siteMediaPolicy } from './site-media.policy.js';
import type { HeldSite, MediaRow } from './site-media.queries.js';
import { isDescribed, isMediaSeenByAll, nextSiteMediaState, type SiteMediaAction } from './site-media.rules.js';
import type { PicturesView, SiteMediaView } from './site-media.schemas.js';

/** Long enough to look at a page and come back to it; short enough for a link that was sent on by mistake. */
const LINK_LASTS_S = 600;
export const DOCUMENT_FILE = 'document.pdf';

export function pathOfFile(mediaId: string, file: string): string {
  return `/api/media/${mediaId}/${file}`;
}

export function toMediaView(media: MediaRow, actor: Actor, site: HeldSite, cover: string | null, links: SignedLinks): SiteMediaView {
  return {
    ...media,
    cover: media.id === cover,
    described: isDescribed(media),
    pictures: shownPictures(media, links),
    documentUrl:
      isServed(media) && media.kind === 'document' && media.state === 'available' ? addressIn(media, links)(DOCUMENT_FILE) : null,
    actions: actionsOn(media, actor, site),
  };
}

const isServed = ({ releasedAt, purgedAt }: MediaRow): boolean => releasedAt !== null && purgedAt === null;

/** What is not seen by all opens by a link that ends. */
function addressIn(media: MediaRow, links: SignedLinks): (file: string) => string {
  const isOpen = isMediaSeenByAll(media, media.siteSeenByAll);
  return (file) => (isOpen ? pathOfFile(media.id, file) : links.sign(pathOfFile(media.id, file), LINK_LASTS_S));
}

export function shownPictures(media: MediaRow, links: SignedLinks): PicturesView | null {
  return isServed(media) && media.kind === 'photo' ? picturesOf(media, addressIn(media, links)) : null;
}

function picturesOf({ renditions }: MediaRow, address: (file: string) => string): PicturesView | null {
  const views = renditions.map(({ format, widthPx, heightPx }) => ({ format, url: address(`${widthPx}.${format}`), widthPx, heightPx }));
  const jpeg = views.find(({ format }) => format === 'jpeg');
  return jpeg === undefined ? null : { webp: views.filter(({ format }) => format === 'webp'), jpeg };
}

function actionsOn(media: MediaRow, actor: Actor, site: HeldSite): SiteMediaView['actions'] {
  const why = (line: Permission, isPossible: boolean): string | null =>
    whyNotHolder(line, actor, site) ?? (isPossible ? null : 'site-media-state-forbids');
  const may = (action: SiteMediaAction) => nextSiteMediaState(media.state, action) !== null;
  return {
    updateSiteMedia: why(siteMediaPolicy.updateSiteMedia, media.state !== 'removed' && media.state !== 'refused'),
    removeSiteMedia: why(siteMediaPolicy.removeSiteMedia, may('remove')),
    restoreSiteMedia: why(siteMediaPolicy.restoreSiteMedia, may('restore') && media.releasedAt !== null),
  };
}
