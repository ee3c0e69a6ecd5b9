import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const sitePhotos = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/$siteId/photos',
  component: lazyRouteComponent(() => insidePage(import('../pages/sites/photos')), 'SitePhotosPage'),
});

/** Photos and documents of a place, for those who keep it. */
export const photoRoutes = [sitePhotos] as const;
