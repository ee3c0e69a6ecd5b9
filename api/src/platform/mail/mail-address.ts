import { z } from 'zod';

/** An address we can write to: one line, plain ASCII, RFC 5321 lengths. Said again wherever an address comes in. */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .refine((address) => address.lastIndexOf('@') <= 64)
  .pipe(z.email())
  .meta({ description: 'E-mail address', examples: ['camille@example.org'] });

/** Two spellings of one mailbox give the same key: everything in lower case. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}
