import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';

const place = 'Gare de Villiers-le-Sec';
const link = 'https://example.org/propositions/suivi#abc';

/** The only message before whoever reads the mailbox has said yes. */
export const proposalToConfirm = defineMail({
  name: 'site-proposal-to-confirm',
  values: z.object({ place: z.string(), link: z.string(), days: z.int() }),
  secrets: ['link'],
  example: { place, link: 'https://example.org/propositions/confirmer#abc', days: 7 },
  fr: ({ place, link, days }) => ({
    subject: 'Confirmez votre proposition',
    paragraphs: [`Quelqu’un, sans doute vous, propose quelque chose pour : ${place}.`, 'Sans votre confirmation, personne ne la lira.'],
    action: { label: 'Confirmer ma proposition', url: link },
    afterwards: [`Ce lien sert pendant ${days} jours. Si vous n’avez rien proposé, ne faites rien : votre adresse sera oubliée.`],
  }),
  en: ({ place, link, days }) => ({
    subject: 'Confirm your proposal',
    paragraphs: [`Someone, probably you, proposes something about: ${place}.`, 'Without your confirmation nobody will read it.'],
    action: { label: 'Confirm my proposal', url: link },
    afterwards: [`This link works for ${days} days. If you proposed nothing, do nothing: your address will be forgotten.`],
  }),
});

export const proposalReceivedMail = defineMail({
  name: 'site-proposal-received',
  values: z.object({ place: z.string(), link: z.string() }),
  secrets: [],
  example: { place, link: 'https://example.org/mes-lieux' },
  fr: ({ place, link }) => ({
    subject: `On vous propose quelque chose pour : ${place}`,
    paragraphs: [`Quelqu’un propose un changement de la fiche « ${place} », avec sa source. Elle ne change que si vous l’acceptez.`],
    action: { label: 'Lire la proposition', url: link },
    afterwards: ['Sans réponse de votre part pendant un mois, les modérateurs pourront aussi en décider.'],
  }),
  en: ({ place, link }) => ({
    subject: `Something is proposed about: ${place}`,
    paragraphs: [`Someone proposes a change to the sheet “${place}”, with its source. It changes only if you accept.`],
    action: { label: 'Read the proposal', url: link },
    afterwards: ['If you do not answer for a month, moderators may decide about it as well.'],
  }),
});

export const proposalAcceptedMail = defineMail({
  name: 'site-proposal-accepted',
  values: z.object({ place: z.string(), link: z.string() }),
  secrets: ['link'],
  example: { place, link },
  fr: ({ place, link }) => ({
    subject: 'Votre proposition est acceptée',
    paragraphs: [`Merci : ce que vous avez proposé pour « ${place} » est maintenant sur sa fiche, avec sa source.`],
    action: { label: 'Voir ce qu’elle est devenue', url: link },
  }),
  en: ({ place, link }) => ({
    subject: 'Your proposal is accepted',
    paragraphs: [`Thank you: what you proposed about “${place}” is now on its sheet, with its source.`],
    action: { label: 'See what became of it', url: link },
  }),
});

export const proposalRefusedMail = defineMail({
  name: 'site-proposal-refused',
  values: z.object({ place: z.string(), reason: z.string(), link: z.string() }),
  secrets: ['link'],
  example: { place, reason: 'Le cadastre dit autre chose.', link },
  fr: ({ place, reason, link }) => ({
    subject: 'Votre proposition n’est pas retenue',
    paragraphs: [`Ce que vous avez proposé pour « ${place} » n’est pas retenu. La raison donnée : ${reason}`],
    action: { label: 'Revoir ma proposition', url: link },
  }),
  en: ({ place, reason, link }) => ({
    subject: 'Your proposal is not kept',
    paragraphs: [`What you proposed about “${place}” is not kept. The reason given: ${reason}`],
    action: { label: 'See my proposal again', url: link },
  }),
});
