import { dayWords } from '../../platform/paris-time.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import { DEEDS } from '../legal/deed.rules.js';
import { FEE_GROUNDS, type FeeGroundId } from '../legal/fee.rules.js';
import type { DeedKind } from '../legal/legal.vocabulary.js';
import type { AgreementRecord } from './agreements.queries.js';
import { eurosWords } from './agreement.words.js';

const DEED_TITLES: Readonly<Record<DeedKind, string>> = {
  temporary_occupation: 'Convention d’occupation temporaire',
  administrative_emphyteutic_lease: 'Bail emphytéotique administratif',
  emphyteutic_lease: 'Bail emphytéotique',
  loan_for_use: 'Prêt à usage',
  solidarity_lease: 'Bail réel solidaire d’activité',
  civil_lease: 'Bail civil',
  commercial_lease: 'Bail commercial',
  short_commercial_lease: 'Bail dérogatoire',
  sale: 'Vente',
};
const GROUND_WORDS: Readonly<Record<FeeGroundId, string>> = {
  'association-general-interest': 'l’occupant est une association à but non lucratif qui concourt à la satisfaction d’un intérêt général',
  'association-communal-domain': 'l’occupant est une association, sur le domaine d’une commune',
  'loan-for-use': 'le prêt à usage est par nature gratuit',
  'general-interest-with-counterpart': 'un motif d’intérêt général le justifie et l’occupant apporte des contreparties suffisantes',
};
const BLANK = '[à compléter]';
const STATES: Readonly<Record<AgreementRecord['state'], string>> = {
  drafting: 'projet',
  conditions_precedent: 'texte arrêté, à signer',
  signed: 'signée',
  renewed: 'renouvelée',
  terminated: 'arrêtée',
};

const heading = (text: string): PdfBlock => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text });
const day = (value: string | null): string => (value === null ? BLANK : dayWords(value, 'fr'));

/** The agreement as it would be signed, in French: a deed of French law. Blanks are said to be blanks. */
export function agreementDocument(agreement: AgreementRecord): PdfDocument {
  const { terms, place, owner, occupant, version, application, updatedAt } = agreement;
  const title = terms.deed === null ? 'Projet de convention' : DEED_TITLES[terms.deed];
  return {
    title: `${title} — ${place.name}`,
    language: 'fr',
    author: owner.name,
    createdAt: new Date(updatedAt),
    footer: `${title}, ${place.name} · version ${version}, ${STATES[agreement.state]} · dossier ${application.number ?? application.title}`,
    blocks: [
      heading('Entre les parties'),
      paragraph(
        `${identity(owner.name, owner.siret, null)}, représenté par ${terms.ownerSigner ?? BLANK}, ci-après « le propriétaire », d’une part ;`,
      ),
      paragraph(
        `${identity(occupant.name, occupant.siret, occupant.rna)}, représenté par ${terms.occupantSigner ?? BLANK}, ci-après « l’occupant », d’autre part.`,
      ),
      ...articles(agreement).flatMap(({ name, blocks }, index) => [heading(`Article ${index + 1}. ${name}`), ...blocks]),
      ...signatures(agreement),
    ],
  };
}

function identity(name: string, siret: string | null, rna: string | null): string {
  const numbers = [siret === null ? null : `SIRET ${siret}`, rna === null ? null : `RNA ${rna}`].filter((number) => number !== null);
  return numbers.length === 0 ? name : `${name} (${numbers.join(', ')})`;
}

interface Article {
  readonly name: string;
  readonly blocks: readonly PdfBlock[];
}

function articles(agreement: AgreementRecord): Article[] {
  const { terms, premises, place } = agreement;
  const chosen = premises.filter(({ id }) => terms.premises.includes(id));
  const where = [place.address, place.commune].filter((part) => part !== null).join(', ');
  const clauses = terms.clauses === null ? [] : [{ name: 'Clauses particulières', blocks: [paragraph(terms.clauses)] }];
  const reports = terms.reportsYearly
    ? [
        {
          name: 'Bilan annuel',
          blocks: [
            paragraph(
              'L’occupant remet chaque année, dans les deux mois qui suivent la date anniversaire, un bilan de son activité : emplois, heures d’insertion, personnes accueillies.',
            ),
          ],
        },
      ]
    : [];
  return [
    {
      name: 'Objet et fondement',
      blocks: [
        paragraph(terms.object ?? BLANK),
        paragraph(`Fondement : ${terms.deed === null ? BLANK : DEEDS[terms.deed].sources.join(' ; ')}.`),
      ],
    },
    {
      name: 'Lieu',
      blocks: [
        paragraph(`Le lieu « ${place.name} »${where === '' ? '' : `, ${where}`}.`),
        ...(chosen.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                head: ['Local', 'Surface'],
                rows: chosen.map(({ name, floorAreaM2 }) => [name, floorAreaM2 === null ? 'inconnue' : `${floorAreaM2} m²`]),
                figures: [1],
              },
            ]),
        paragraph(`Activité : ${terms.use ?? BLANK}`),
      ],
    },
    { name: 'Durée', blocks: term(agreement) },
    { name: 'Prix', blocks: price(agreement) },
    { name: 'Préavis', blocks: [paragraph(notice(agreement))] },
    { name: 'Conditions préalables à la signature', blocks: conditions(agreement) },
    ...reports,
    ...clauses,
  ];
}

function term({ terms: { startsOn, endsOn, openEnded, deed, law } }: AgreementRecord): PdfBlock[] {
  const length = openEnded
    ? `Elle prend effet le ${day(startsOn)}, sans terme fixé.`
    : `Elle prend effet le ${day(startsOn)} et se termine le ${day(endsOn)} inclus, sans reconduction tacite.`;
  const isPrecarious = deed === 'temporary_occupation' && law.status !== 'private_domain';
  const precarious = 'Le titre est temporaire, précaire et révocable (CG3P, articles L. 2122-1 à L. 2122-3).';
  return [paragraph(length), ...(isPrecarious ? [paragraph(precarious)] : [])];
}

function price({ terms: t }: AgreementRecord): PdfBlock[] {
  const name = t.deed === 'temporary_occupation' ? 'La redevance' : 'Le loyer';
  const due = t.rentCentsPerYear === null ? BLANK : `${eurosWords(t.rentCentsPerYear)} par an`;
  const grounds = t.freeGround === null ? BLANK : `${GROUND_WORDS[t.freeGround]} (${FEE_GROUNDS[t.freeGround].sources.join(' ; ')})`;
  const free = `L’occupation est consentie à titre gratuit : ${grounds}.`;
  const other = [
    ...(t.chargesCentsPerYear === null ? [] : [['Provision pour charges', `${eurosWords(t.chargesCentsPerYear)} par an`] as const]),
    ...(t.depositCents === null ? [] : [['Dépôt de garantie', eurosWords(t.depositCents)] as const]),
  ];
  return [
    paragraph(t.rent === 'free' ? free : `${name} est de ${t.rent === null ? BLANK : due}.`),
    ...(t.rent === 'free' ? [paragraph(`Motif : ${t.freeMotive ?? BLANK}`)] : []),
    ...(other.length === 0 ? [] : [{ kind: 'facts' as const, rows: other }]),
  ];
}

function notice({ terms: { noticeMonths } }: AgreementRecord): string {
  const length = noticeMonths === null ? BLANK : `${noticeMonths} mois`;
  return `Chaque partie peut mettre fin à la convention par écrit, avec un préavis de ${length}.`;
}

function conditions({ terms, met }: AgreementRecord): PdfBlock[] {
  if (terms.conditions.length === 0) return [paragraph('Aucune.')];
  const proofOf = (id: string) => met.find((one) => one.id === id);
  return [
    {
      kind: 'table',
      head: ['Condition', 'Preuve', 'Date'],
      rows: terms.conditions.map(({ id, label }) => [
        label,
        proofOf(id)?.proof ?? 'à produire',
        proofOf(id) ? day(proofOf(id)?.metOn ?? null) : '',
      ]),
    },
  ];
}

function signatures({ ownerSignedOn, ownerSignedBy, occupantSignedOn, occupantSignedBy, owner, occupant }: AgreementRecord): PdfBlock[] {
  const line = (name: string, by: string | null, on: string | null) =>
    [name, by === null ? 'Nom, qualité et signature :' : `Signé par ${by}, le ${day(on)}`, by === null ? 'Le' : ''].filter(
      (text) => text !== '',
    );
  return [
    heading('Signatures'),
    { kind: 'lines', lines: ['Pour le propriétaire,', ...line(owner.name, ownerSignedBy, ownerSignedOn)] },
    { kind: 'lines', lines: ['Pour l’occupant,', ...line(occupant.name, occupantSignedBy, occupantSignedOn)], at: 'right' },
  ];
}
