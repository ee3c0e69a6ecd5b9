import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

const link = 'https://example.org/evaluations';
const dayWords = { fr: (day: string) => day.split('-').reverse().join('/'), en: (day: string) => day } as const;

export const reviewInvitation = defineMail({
  name: 'review-invitation',
  values: z.object({ call: z.string(), owner: z.string(), function: z.string(), dueOn: z.string(), link: z.string() }),
  secrets: [],
  example: {
    call: 'La halle cherche ses voisins',
    owner: 'Ville de Langres',
    function: 'Adjointe à l’urbanisme',
    dueOn: '2027-01-15',
    link,
  },
  fr: ({ call, owner, function: role, dueOn, link: url }) => ({
    subject: `Évaluer les dossiers : ${call}`,
    paragraphs: [
      `${owner} vous invite à évaluer les dossiers reçus pour « ${call} », comme ${role}.`,
      `Les notes sont attendues au plus tard le ${dayWords.fr(dueOn)}.`,
      'Connectez-vous avec cette adresse, ou créez un compte avec elle : l’invitation vous y attend.',
      'Avant d’ouvrir chaque dossier, vous direz si un lien vous unit au candidat ; si c’est le cas, vous ne le lirez pas.',
    ],
    action: { label: 'Voir l’invitation', url },
    afterwards: ['Si vous ne répondez pas, vous ne recevrez pas de rappel.'],
  }),
  en: ({ call, owner, function: role, dueOn, link: url }) => ({
    subject: `Score the files: ${call}`,
    paragraphs: [
      `${owner} invites you to score the files received for “${call}”, as ${role}.`,
      `Scores are expected by ${dayWords.en(dueOn)}.`,
      'Sign in with this address, or create an account with it: the invitation waits for you there.',
      'Before each file is opened you will say whether a link ties you to the applicant; if so, you will not read it.',
    ],
    action: { label: 'See the invitation', url },
    afterwards: ['If you do not answer, you will get no reminder.'],
  }),
});

export const reviewReminder = defineMail({
  name: 'review-reminder',
  values: z.object({ call: z.string(), left: z.int(), dueOn: z.string(), late: z.boolean(), link: z.string() }),
  secrets: [],
  example: { call: 'La halle cherche ses voisins', left: 3, dueOn: '2027-01-15', late: false, link },
  fr: ({ call, left, dueOn, late, link: url }) => ({
    subject: late ? `Vos notes sont en retard : ${call}` : `Encore ${left} ${left > 1 ? 'dossiers' : 'dossier'} à noter : ${call}`,
    paragraphs: [
      `Il vous reste ${left} ${left > 1 ? 'dossiers' : 'dossier'} à évaluer pour « ${call} ».`,
      late ? `Les notes étaient attendues le ${dayWords.fr(dueOn)}.` : `Les notes sont attendues au plus tard le ${dayWords.fr(dueOn)}.`,
      'Personne ne voit les notes des autres avant que toutes soient verrouillées.',
    ],
    action: { label: 'Reprendre l’évaluation', url },
    ...(late ? { afterwards: ['C’est le dernier rappel.'] } : {}),
  }),
  en: ({ call, left, dueOn, late, link: url }) => ({
    subject: late ? `Your scores are late: ${call}` : `${left} ${left > 1 ? 'files' : 'file'} left to score: ${call}`,
    paragraphs: [
      `You still have ${left} ${left > 1 ? 'files' : 'file'} to score for “${call}”.`,
      late ? `Scores were expected by ${dayWords.en(dueOn)}.` : `Scores are expected by ${dayWords.en(dueOn)}.`,
      'Nobody sees the scores of others until all are locked.',
    ],
    action: { label: 'Go on scoring', url },
    ...(late ? { afterwards: ['This is the last reminder.'] } : {}),
  }),
});

/** To whoever was shortlisted and filed nothing since: their file ends when the review begins. */
export const secondStepMissed = defineMail({
  name: 'second-step-missed',
  values: z.object({ number: z.string(), target: z.string(), link: z.string() }),
  secrets: [],
  example: { number: 'TE-2026-000042', target: 'La halle cherche ses voisins', link: 'https://example.org/mes-candidatures/1' },
  fr: ({ number, target, link: url }) => ({
    subject: `Dossier complet non déposé : ${number}`,
    paragraphs: [
      `Votre dossier ${number} était présélectionné pour « ${target} ». Le dossier complet n’a pas été déposé avant la clôture de la seconde étape : votre candidature n’ira pas plus loin.`,
      'Vos réponses sont gardées ; vous pouvez les reprendre pour un autre appel. Vous serez averti quand les résultats seront publiés, avec les voies de recours.',
    ],
    action: { label: 'Voir le dossier', url },
  }),
  en: ({ number, target, link: url }) => ({
    subject: `Full dossier not filed: ${number}`,
    paragraphs: [
      `Your file ${number} was shortlisted for “${target}”. The full dossier was not filed before the second step closed: your application goes no further.`,
      'Your answers are kept; you can use them again for another call. You will be told when the results are published, with the remedies.',
    ],
    action: { label: 'See the file', url },
  }),
});
