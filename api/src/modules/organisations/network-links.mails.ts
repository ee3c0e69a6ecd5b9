import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

const link = 'https://example.org/organisations/1/gerer/reseau';

export const followAsked = defineMail({
  name: 'follow-asked',
  values: z.object({ network: z.string(), member: z.string(), link: z.string() }),
  secrets: [],
  example: { network: 'Réseau des recycleries', member: 'Les Clés de Douze', link },
  fr: ({ network, member, link: url }) => ({
    subject: `${network} demande à suivre ${member}`,
    paragraphs: [
      `Si vous acceptez, ${network} verra réunis vos projets publics, ce qui pourrait leur convenir et depuis quand ils cherchent ; rien de privé.`,
      'Vous pourrez y mettre fin à tout moment.',
    ],
    action: { label: 'Répondre à la demande', url },
  }),
  en: ({ network, member, link: url }) => ({
    subject: `${network} asks to follow ${member}`,
    paragraphs: [
      `If you accept, ${network} will see together your public projects, what might suit them and how long they have been searching; nothing private.`,
      'You can end it at any time.',
    ],
    action: { label: 'Answer the request', url },
  }),
});

const CHANGES = ['accepted', 'declined', 'ended'] as const;
type Change = (typeof CHANGES)[number];

const FR: Readonly<Record<Change, (network: string, member: string) => string>> = {
  accepted: (network, member) => `${member} accepte d’être suivi par ${network}`,
  declined: (network, member) => `${member} ne souhaite pas être suivi par ${network}`,
  ended: (network, member) => `${network} ne suit plus ${member}`,
};
const EN: Readonly<Record<Change, (network: string, member: string) => string>> = {
  accepted: (network, member) => `${member} agrees to be followed by ${network}`,
  declined: (network, member) => `${member} does not wish to be followed by ${network}`,
  ended: (network, member) => `${network} no longer follows ${member}`,
};

export const followChanged = defineMail({
  name: 'follow-changed',
  values: z.object({
    network: z.string(),
    member: z.string(),
    change: z.enum(CHANGES),
    reason: z.string().nullable(),
    link: z.string(),
  }),
  secrets: [],
  example: { network: 'Réseau des recycleries', member: 'Les Clés de Douze', change: 'accepted', reason: null, link },
  fr: ({ network, member, change, reason, link: url }) => ({
    subject: FR[change](network, member),
    paragraphs: [`${FR[change](network, member)}.`, ...(reason === null ? [] : ['La raison donnée :', reason])],
    action: { label: 'Voir le réseau', url },
  }),
  en: ({ network, member, change, reason, link: url }) => ({
    subject: EN[change](network, member),
    paragraphs: [`${EN[change](network, member)}.`, ...(reason === null ? [] : ['The reason given:', reason])],
    action: { label: 'See the network', url },
  }),
});
