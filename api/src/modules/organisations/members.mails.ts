import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';
import { ROLE_NAMES } from './member.words.js';
import { organisationRole } from './members.schemas.js';

export const membershipChanged = defineMail({
  name: 'membership-changed',
  values: z.object({ organisation: z.string(), role: organisationRole.nullable(), link: z.string() }),
  secrets: [],
  example: { organisation: 'Les Clés de Douze', role: 'editor', link: 'https://example.org/organisations/1' },
  fr: ({ organisation, role, link }) => ({
    subject: role === null ? `Vous n’êtes plus membre de ${organisation}` : `Votre rôle dans ${organisation} a changé`,
    paragraphs: [
      role === null
        ? `Une personne qui administre ${organisation} vous a retiré de ses membres.`
        : `Vous y êtes maintenant : ${ROLE_NAMES.fr[role]}.`,
    ],
    action: { label: 'Voir l’organisation', url: link },
    afterwards: ['Si cela vous surprend, parlez-en à une personne qui l’administre.'],
  }),
  en: ({ organisation, role, link }) => ({
    subject: role === null ? `You are no longer a member of ${organisation}` : `Your role in ${organisation} has changed`,
    paragraphs: [
      role === null ? `Someone who administers ${organisation} removed you from its members.` : `You are now: ${ROLE_NAMES.en[role]}.`,
    ],
    action: { label: 'See the organisation', url: link },
    afterwards: ['If this surprises you, ask someone who administers it.'],
  }),
});
