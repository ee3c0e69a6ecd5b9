import { z } from 'zod';
import { id, instant, pageOf } from '../../../platform/http/fields.js';

export const oidcStart = z.object({
  returnTo: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: 'Path of our own pages to come back to', examples: ['/mes-projets'] }),
});
export type OidcStart = z.infer<typeof oidcStart>;

/** What a provider sends back with the person; it may add parameters of its own. */
export const oidcAnswer = z.looseObject({
  state: z.string().max(2_000).optional(),
  code: z.string().max(8_000).optional(),
  error: z.string().max(2_000).optional(),
});
export type OidcAnswer = z.infer<typeof oidcAnswer>;

export const linkStart = z.object({ url: z.url() }).meta({ id: 'IdentityLinkStart', description: 'Where to send the person next' });
export type LinkStart = z.infer<typeof linkStart>;

export const identityView = z
  .object({ id, issuer: z.string(), createdAt: instant, usedAt: instant })
  .meta({ id: 'LinkedIdentity', description: 'A person’s number at an identity provider, linked to their account' });
export const identityPage = pageOf(identityView);
export type IdentityPage = z.input<typeof identityPage>;

export const identityPath = z.object({ id });
export const identityRemoved = z.object({ id }).meta({ id: 'RemovedIdentity' });
