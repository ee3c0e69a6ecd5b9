import { z } from 'zod';
import { said } from '../../platform/http/request-context.js';
import { mailAddress } from '../../platform/mail/mail-address.js';
import { readRna } from './organisation.identity.rules.js';
import { readSiret } from './siret.rules.js';

/** Fields of organisations as people type them, and as they are kept. */

export const siret = z
  .string()
  .max(40)
  .transform((text, context) => {
    const read = readSiret(text);
    if (read.siret !== null) return read.siret;
    context.addIssue({ code: 'custom', message: siretFault(read.how) });
    return z.NEVER;
  })
  .meta({ description: 'SIRET: 14 digits with a sound key; blanks between them are ignored', examples: ['80746931700018'] });

function siretFault(how: 'missing' | 'ruined' | 'malformed' | 'wrong_key'): string {
  if (how === 'wrong_key')
    return said('une faute de frappe : la clé du SIRET est fausse', 'a typing error: the key of the SIRET is wrong').error();
  return said('un SIRET a 14 chiffres', 'a SIRET has 14 digits').error();
}

export const rna = z
  .string()
  .max(40)
  .transform((text, context) => {
    const read = readRna(text);
    if (read !== null) return read;
    context.addIssue({
      code: 'custom',
      message: said('un numéro RNA est un W suivi de neuf chiffres', 'an RNA number is a W and nine digits').error(),
    });
    return z.NEVER;
  })
  .meta({ description: 'Number of an association in the RNA', examples: ['W521000123'] });

export const territoryId = z
  .string()
  .regex(
    /^(region|department|epci|commune):[0-9AB]{2,9}$/,
    said('territoire inconnu, par exemple « commune:52269 »', 'unknown territory, for instance “commune:52269”'),
  )
  .meta({ examples: ['commune:52269'] });

export const organisationName = z.string().trim().min(2).max(200);
export const summary = z.string().trim().min(1).max(2_000);
export const website = z.url({ protocol: /^https?$/ }).max(300);
export const contactEmail = mailAddress.meta({ description: 'Where members and moderators write; never shown to others' });
export const proof = z
  .string()
  .trim()
  .min(20)
  .max(4_000)
  .meta({ description: 'What shows that the claimant speaks for the organisation; read by its members and the moderators' });
export const reason = z.string().trim().min(3).max(2_000).meta({ description: 'Why; read by the organisation’s members' });
