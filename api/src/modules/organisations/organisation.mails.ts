import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence.rules.js';

const DECISIONS = {
  verify: { fr: 'est vérifiée', en: 'is verified' },
  refuse: { fr: 'n’a pas été acceptée', en: 'was not accepted' },
  release: { fr: 'n’a plus son numéro', en: 'no longer holds its number' },
  suspend: { fr: 'est suspendue', en: 'is suspended' },
  reinstate: { fr: 'est rétablie', en: 'is reinstated' },
} as const;
const NEXT = {
  verify: { fr: 'Elle peut maintenant publier et agir en public.', en: 'It may now publish and act in public.' },
  refuse: {
    fr: 'Vous pouvez donner une meilleure preuve depuis sa page ; vos brouillons sont gardés.',
    en: 'You may give a better proof from its page; your drafts are kept.',
  },
  release: {
    fr: 'Le SIRET, le numéro RNA ou le territoire peut être revendiqué par une autre personne ; vos brouillons sont gardés.',
    en: 'The SIRET, RNA number or territory may be claimed by someone else; your drafts are kept.',
  },
  suspend: {
    fr: 'Ses membres peuvent lire ses pages, et plus rien changer.',
    en: 'Its members may read its pages, and change nothing.',
  },
  reinstate: { fr: 'Elle reprend là où elle en était.', en: 'It goes on where it was.' },
} as const;

export type ModeratorDecision = keyof typeof DECISIONS;

const decidedValues = z.object({
  organisation: z.string(),
  decision: z.enum(['verify', 'refuse', 'release', 'suspend', 'reinstate']),
  reason: z.string(),
  url: z.string(),
});

/** A moderator's decision, to each administrator. */
export const organisationDecided = defineMail<z.infer<typeof decidedValues>>({
  name: 'organisation-decided',
  values: decidedValues,
  secrets: [],
  example: {
    organisation: 'Les Ateliers du Plateau',
    decision: 'refuse',
    reason: 'Le procès-verbal ne nomme pas la personne.',
    url: 'https://example.org/organisations/1/gerer',
  },
  fr: ({ organisation, decision, reason, url }) => ({
    subject: `${organisation} ${DECISIONS[decision].fr}`,
    paragraphs: [`La modération a décidé : ${organisation} ${DECISIONS[decision].fr}.`, `Motif : ${reason}`, NEXT[decision].fr],
    action: { label: 'Voir l’organisation', url },
  }),
  en: ({ organisation, decision, reason, url }) => ({
    subject: `${organisation} ${DECISIONS[decision].en}`,
    paragraphs: [`The moderators have decided: ${organisation} ${DECISIONS[decision].en}.`, `Reason: ${reason}`, NEXT[decision].en],
    action: { label: 'See the organisation', url },
  }),
});

const KINDS: Readonly<Partial<Record<EvidenceKind, { readonly fr: string; readonly en: string }>>> = {
  GEIQ: { fr: 'label GEIQ', en: 'GEIQ label' },
  EA: { fr: 'agrément d’entreprise adaptée', en: 'approval as an adapted company' },
  ESAT: { fr: 'autorisation d’ESAT', en: 'ESAT authorisation' },
  esus_of_right: { fr: 'agrément ESUS de droit', en: 'ESUS approval of right' },
  esus_approved: { fr: 'agrément ESUS', en: 'ESUS approval' },
  ess_by_status: { fr: 'statuts de l’ESS', en: 'ESS statutes' },
  ess_company: { fr: 'qualité d’entreprise de l’ESS', en: 'ESS company quality' },
  other: { fr: 'justificatif', en: 'evidence' },
};
const named = (kind: EvidenceKind, language: 'fr' | 'en') =>
  KINDS[kind]?.[language] ?? (language === 'fr' ? `convention ${kind}` : `${kind} convention`);

const endsValues = z.object({
  organisation: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  endsOn: z.iso.date(),
  daysLeft: z.int(),
  url: z.string(),
});

/** A piece of evidence ends soon, to each administrator. */
export const evidenceEnds = defineMail<z.infer<typeof endsValues>>({
  name: 'evidence-ends',
  values: endsValues,
  secrets: [],
  example: {
    organisation: 'Les Ateliers du Plateau',
    kind: 'ACI',
    endsOn: '2026-12-31',
    daysLeft: 15,
    url: 'https://example.org/organisations/1/gerer/justificatifs',
  },
  fr: ({ organisation, kind, endsOn, daysLeft, url }) => ({
    subject: `${organisation} : ${named(kind, 'fr')} jusqu’au ${longDay(endsOn, 'fr')}`,
    paragraphs: [
      `${organisation} : ${named(kind, 'fr')}, dernier jour le ${longDay(endsOn, 'fr')} (dans ${daysLeft} jours).`,
      'Après cette date, il sera montré comme expiré. S’il est renouvelé, ajoutez le nouveau avec sa date de fin.',
    ],
    action: { label: 'Voir les justificatifs', url },
  }),
  en: ({ organisation, kind, endsOn, daysLeft, url }) => ({
    subject: `${organisation}: ${named(kind, 'en')} until ${longDay(endsOn, 'en')}`,
    paragraphs: [
      `${organisation}: ${named(kind, 'en')}, last day ${longDay(endsOn, 'en')} (in ${daysLeft} days).`,
      'After that day it will be shown as expired. If it is renewed, add the new one with its last day.',
    ],
    action: { label: 'See the evidence', url },
  }),
});

function longDay(day: string, language: 'fr' | 'en'): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
