import helmet from 'helmet';
import type { RequestHandler, Response } from 'express';
import type { Config } from '../../config.js';

/**
 * A strict policy: our own files only. The map needs a worker made from a blob and pictures in data: or blob:; background
 * tiles come from the one configured host. No inline script or style anywhere, JSON-LD blocks are data and need no exception.
 */
export function securityHeaders(config: Config): RequestHandler[] {
  const tiles = config.mapTiles ? [new URL(config.mapTiles.url).origin] : [];
  const overTls = config.publicUrl.startsWith('https:');
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:', ...tiles],
        'font-src': ["'self'"],
        'connect-src': ["'self'", ...tiles],
        'worker-src': ["'self'", 'blob:'],
        'child-src': ['blob:'],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(overTls ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: overTls ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  return [guard, permissions];
}

/** Only the visitor's own position may be asked for, by us, to centre the map. */
const permissions: RequestHandler = (_request, response: Response, next) => {
  response.setHeader('Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), interest-cohort=()');
  next();
};
