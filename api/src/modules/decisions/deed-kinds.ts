/** Deeds by which a place may be given for use, and the remedies that go with each. */
export const DEED_KINDS = [
  'temporary_occupation',
  'administrative_emphyteutic_lease',
  'emphyteutic_lease',
  'loan_for_use',
  'solidarity_lease',
  'civil_lease',
  'commercial_lease',
  'short_commercial_lease',
  'sale',
] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

export const DEED_NAMES: Readonly<Record<DeedKind, string>> = {
  temporary_occupation: 'autorisation ou convention d’occupation temporaire du domaine public',
  administrative_emphyteutic_lease: 'bail emphytéotique administratif',
  emphyteutic_lease: 'bail emphytéotique',
  loan_for_use: 'prêt à usage (commodat)',
  solidarity_lease: 'bail réel solidaire d’activité',
  civil_lease: 'bail civil',
  commercial_lease: 'bail commercial',
  short_commercial_lease: 'bail dérogatoire de courte durée',
  sale: 'vente',
};

const PUBLIC_CONTRACT = [
  'Cette lettre informe ; le contrat qui sera conclu peut être contesté devant le tribunal administratif dans les deux mois suivant les mesures de publicité de sa conclusion (Conseil d’État, 4 avril 2014, n° 358994).',
  'Avant la signature, un candidat évincé peut demander à l’auteur de la décision de la réexaminer, et saisir le tribunal administratif dans les deux mois de la présente notification (code de justice administrative, art. R. 421-1).',
];
const PRIVATE_CONTRACT = [
  'La décision de l’autorité publique peut être contestée devant le tribunal administratif dans les deux mois de sa notification ou de sa publication (code de justice administrative, art. R. 421-1).',
  'Le contrat de droit privé qui sera conclu relève du tribunal judiciaire.',
];

/** What each letter says of remedies: it depends on the deed, never on the letter. */
export function remediesOf(deed: DeedKind): readonly string[] {
  return deed === 'temporary_occupation' || deed === 'administrative_emphyteutic_lease' ? PUBLIC_CONTRACT : PRIVATE_CONTRACT;
}
