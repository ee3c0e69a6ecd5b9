import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';
import { parisWords } from '../../platform/paris-time.js';
import { CORRECTION_FAULTS } from './correction.rules.js';

const link = 'https://example.org/mes-candidatures/1';
const FAULTS = {
  fr: { incorrect: 'à rectifier', incomplete: 'à compléter', outdated: 'à mettre à jour' },
  en: { incorrect: 'to correct', incomplete: 'to complete', outdated: 'to bring up to date' },
} as const;
const LOTS = { fr: 'les lieux souhaités', en: 'the places wished' } as const;

const about = { target: z.string(), number: z.string(), link: z.string() };
const example = { target: 'La halle cherche ses voisins', number: 'TE-2026-000042', link };
const item = z.object({ label: z.string().nullable(), fault: z.enum(CORRECTION_FAULTS), note: z.string().nullable() });

const lines = (items: readonly z.infer<typeof item>[], language: 'fr' | 'en') =>
  items.map(({ label, fault, note }) => {
    const [open, close] = language === 'fr' ? ['« ', ' »'] : ['“', '”'];
    const what = label === null ? LOTS[language] : `${open}${label}${close}`;
    return `${what}: ${FAULTS[language][fault]}${note === null ? '' : ` (${note})`}`.replace(': ', language === 'fr' ? ' : ' : ': ');
  });

/** What to correct, exactly, and until when. */
export const correctionAsked = defineMail({
  name: 'correction-asked',
  values: z.object({ ...about, reason: z.string(), dueAt: z.iso.datetime(), items: z.array(item) }),
  secrets: [],
  example: {
    ...example,
    reason: 'Les statuts joints ne sont pas ceux de votre association.',
    dueAt: '2026-12-14T22:59:00.000Z',
    items: [{ label: 'Statuts', fault: 'outdated' as const, note: null }],
  },
  fr: ({ target, number, reason, dueAt, items, link: url }) => ({
    subject: `À corriger : dossier ${number}`,
    paragraphs: [
      `Le propriétaire vous demande de corriger le dossier ${number}, déposé pour « ${target} ».`,
      reason,
      'Ce qui est à reprendre :',
      ...lines(items, 'fr'),
      `Déposez le dossier corrigé avant le ${parisWords(new Date(dueAt), 'fr')}. Le reste du dossier ne change pas.`,
    ],
    action: { label: 'Corriger le dossier', url },
    afterwards: ['Passé ce délai, le propriétaire poursuit avec ce qui est déjà déposé.'],
  }),
  en: ({ target, number, reason, dueAt, items, link: url }) => ({
    subject: `To correct: file ${number}`,
    paragraphs: [
      `The owner asks you to correct file ${number}, filed for “${target}”.`,
      reason,
      'What is to be taken up again:',
      ...lines(items, 'en'),
      `File the corrected dossier before ${parisWords(new Date(dueAt), 'en')}. The rest of the file does not change.`,
    ],
    action: { label: 'Correct the file', url },
    afterwards: ['After that, the owner goes on with what was already filed.'],
  }),
});

/** The request is taken back, or its time is over. */
export const correctionEnded = defineMail({
  name: 'correction-ended',
  values: z.object({ ...about, outcome: z.enum(['cancelled', 'lapsed']), reason: z.string() }),
  secrets: [],
  example: { ...example, outcome: 'cancelled' as const, reason: 'Nous avons trouvé la pièce dans le dossier.' },
  fr: ({ target, number, outcome, reason, link: url }) => ({
    subject: outcome === 'cancelled' ? `Plus rien à corriger : dossier ${number}` : `Délai de correction passé : dossier ${number}`,
    paragraphs: [
      outcome === 'cancelled'
        ? `Le propriétaire retire sa demande de correction du dossier ${number}, déposé pour « ${target} ».`
        : `Le délai pour corriger le dossier ${number}, déposé pour « ${target} », est passé.`,
      reason,
      'L’examen continue avec ce que vous avez déposé.',
    ],
    action: { label: 'Voir le dossier', url },
  }),
  en: ({ target, number, outcome, reason, link: url }) => ({
    subject: outcome === 'cancelled' ? `Nothing left to correct: file ${number}` : `Time to correct is over: file ${number}`,
    paragraphs: [
      outcome === 'cancelled'
        ? `The owner takes back its request to correct file ${number}, filed for “${target}”.`
        : `The time to correct file ${number}, filed for “${target}”, is over.`,
      reason,
      'The examination goes on with what you filed.',
    ],
    action: { label: 'See the file', url },
  }),
});

export const correctionReminder = defineMail({
  name: 'correction-reminder',
  values: z.object({ ...about, dueAt: z.iso.datetime() }),
  secrets: [],
  example: { ...example, dueAt: '2026-12-14T22:59:00.000Z' },
  fr: ({ target, number, dueAt, link: url }) => ({
    subject: `Rappel : dossier ${number} à corriger`,
    paragraphs: [
      `Le dossier ${number}, déposé pour « ${target} », attend votre correction.`,
      `Elle est reçue jusqu’au ${parisWords(new Date(dueAt), 'fr')}.`,
    ],
    action: { label: 'Corriger le dossier', url },
  }),
  en: ({ target, number, dueAt, link: url }) => ({
    subject: `Reminder: file ${number} to correct`,
    paragraphs: [
      `File ${number}, filed for “${target}”, awaits your correction.`,
      `It is received until ${parisWords(new Date(dueAt), 'en')}.`,
    ],
    action: { label: 'Correct the file', url },
  }),
});
