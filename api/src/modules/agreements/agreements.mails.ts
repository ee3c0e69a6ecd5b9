import { dayWords } from '../../platform/paris-time.js';
import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

/** What both sides are told of. */
const NEWS = [
  'drafted',
  'changed',
  'accepted',
  'commented',
  'settled',
  'taken_back',
  'signed',
  'started',
  'reminder_12',
  'reminder_6',
  'reminder_3',
  'notice',
  'renewed',
  'terminated',
  'over',
  'report_due',
  'report_received',
] as const;
export type AgreementNews = (typeof NEWS)[number];

type Sentence = readonly [subject: string, text: string];
const FR: Readonly<Record<AgreementNews, Sentence>> = {
  drafted: ['Projet de convention ouvert', 'Un projet de convention est ouvert. Les deux parties peuvent le lire et le commenter.'],
  changed: [
    'Projet de convention modifié',
    'Le projet de convention a changé. S’il était accepté, il est à relire et à accepter de nouveau.',
  ],
  accepted: ['Projet de convention accepté', 'L’occupant accepte le projet tel qu’il est. Le propriétaire peut l’arrêter.'],
  commented: ['Nouvelle remarque sur la convention', 'Une remarque attend votre lecture.'],
  settled: ['Texte de la convention arrêté', 'Le texte est arrêté. Il sera signé quand chaque condition préalable aura sa preuve.'],
  taken_back: ['Convention reprise en projet', 'Le propriétaire reprend le texte : il devra être accepté de nouveau.'],
  signed: ['Convention signée', 'Les deux signatures sont enregistrées.'],
  started: ['La convention commence', 'La convention commence ; le lieu est occupé.'],
  reminder_12: ['Votre convention se termine dans un an', 'Il reste douze mois. C’est le moment de parler de la suite.'],
  reminder_6: ['Votre convention se termine dans six mois', 'Il reste six mois. Dites si vous souhaitez continuer.'],
  reminder_3: [
    'Votre convention se termine dans trois mois',
    'Il reste trois mois. Sans renouvellement, préparez l’état des lieux de sortie.',
  ],
  notice: ['Préavis donné', 'Un préavis est donné. La convention s’arrêtera au jour indiqué.'],
  renewed: ['Convention renouvelée', 'Un nouveau projet, repris de la convention, est ouvert pour la période suivante.'],
  terminated: ['Convention arrêtée', 'La convention est arrêtée.'],
  over: [
    'Convention terminée',
    'La convention est terminée. Le lieu revient au bureau de son propriétaire, qui peut le publier de nouveau.',
  ],
  report_due: ['Bilan annuel attendu', 'Le bilan de l’année est à remettre.'],
  report_received: ['Bilan annuel reçu', 'Le bilan de l’année est remis.'],
};
const EN: Readonly<Record<AgreementNews, Sentence>> = {
  drafted: ['Draft agreement opened', 'A draft agreement is open. Both parties can read it and comment on it.'],
  changed: ['Draft agreement changed', 'The draft has changed. If it was accepted, it is to be read and accepted again.'],
  accepted: ['Draft agreement accepted', 'The occupant accepts the draft as it stands. The owner can settle it.'],
  commented: ['New remark on the agreement', 'A remark is waiting for you.'],
  settled: ['Text of the agreement settled', 'The text is settled. It will be signed once each condition precedent has its proof.'],
  taken_back: ['Agreement back to draft', 'The owner takes the text back: it must be accepted again.'],
  signed: ['Agreement signed', 'Both signatures are recorded.'],
  started: ['The agreement begins', 'The agreement begins; the place is occupied.'],
  reminder_12: ['Your agreement ends in a year', 'Twelve months are left. It is time to talk about what follows.'],
  reminder_6: ['Your agreement ends in six months', 'Six months are left. Say whether you wish to go on.'],
  reminder_3: ['Your agreement ends in three months', 'Three months are left. Without a renewal, prepare the handing back of the place.'],
  notice: ['Notice given', 'Notice is given. The agreement will stop on the day said.'],
  renewed: ['Agreement renewed', 'A new draft, taken from the agreement, is open for the period that follows.'],
  terminated: ['Agreement stopped', 'The agreement is stopped.'],
  over: ['Agreement over', 'The agreement is over. The place is back at its owner’s desk, who may publish it again.'],
  report_due: ['Yearly report awaited', 'The report of the year is to be handed in.'],
  report_received: ['Yearly report received', 'The report of the year is handed in.'],
};
/** Of which day the message speaks. */
const DAYS = {
  fr: { begins: 'Premier jour', ends: 'Dernier jour', due: 'À remettre avant le' },
  en: { begins: 'First day', ends: 'Last day', due: 'To be handed in by' },
} as const;
const dayKind = (news: AgreementNews) => (news === 'signed' || news === 'started' ? 'begins' : news.startsWith('report') ? 'due' : 'ends');

export const agreementTold = defineMail({
  name: 'agreement-told',
  values: z.object({
    news: z.enum(NEWS),
    place: z.string(),
    owner: z.string(),
    occupant: z.string(),
    reason: z.string().nullable(),
    day: z.iso.date().nullable(),
    link: z.string(),
  }),
  secrets: [],
  example: {
    news: 'reminder_6' as const,
    place: 'Gare de Vivemarne',
    owner: 'Ville de Vivemarne',
    occupant: 'Les Clés de Douze',
    reason: null,
    day: '2029-12-31',
    link: 'https://example.org/conventions/1',
  },
  fr: ({ news, place, owner, occupant, reason, day, link: url }) => ({
    subject: `${FR[news][0]} : ${place}`,
    paragraphs: [
      `Convention entre ${owner} et ${occupant} pour « ${place} ».`,
      FR[news][1],
      ...(day === null ? [] : [`${DAYS.fr[dayKind(news)]} : ${dayWords(day, 'fr')}.`]),
      ...(reason === null ? [] : ['La raison donnée :', reason]),
    ],
    action: { label: 'Voir la convention', url },
    afterwards: ['Vous recevez ce message parce que vous écrivez pour l’une des deux parties.'],
  }),
  en: ({ news, place, owner, occupant, reason, day, link: url }) => ({
    subject: `${EN[news][0]}: ${place}`,
    paragraphs: [
      `Agreement between ${owner} and ${occupant} for “${place}”.`,
      EN[news][1],
      ...(day === null ? [] : [`${DAYS.en[dayKind(news)]}: ${dayWords(day, 'en')}.`]),
      ...(reason === null ? [] : ['The reason given:', reason]),
    ],
    action: { label: 'See the agreement', url },
    afterwards: ['You receive this message because you write for one of the two parties.'],
  }),
});
