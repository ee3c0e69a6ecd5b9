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
  const isOpen = isMediaSeenByAll(media, media.siteSeenByAll);
  const address = (file: string): string => {
    const path = pathOfFile(media.id, file);
    return isOpen ? path : links.sign(path, LINK_LASTS_S);
  };
  const isServed = media.releasedAt !== null && media.purgedAt === null;
  return {
    ...media,
    cover: media.id === cover,
    described: isDescribed(media),
    pictures: isServed && media.kind === 'photo' ? picturesOf(media, address) : null,
    documentUrl: isServed && media.kind === 'document' && media.state === 'available' ? address(DOCUMENT_FILE) : null,
    actions: actionsOn(media, actor, site),
  };
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
